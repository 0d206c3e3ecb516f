namespace Lat.Datasets;

/// <summary>What a Cityscapes label means for boxes.</summary>
internal enum CityscapesMeaning
{
    /// <summary>One object of a class.</summary>
    Instance,

    /// <summary>Several objects of a class that were not separated.</summary>
    Group,

    /// <summary>An object of a class that is not evaluated.</summary>
    NotEvaluated,

    /// <summary>No object.</summary>
    Stuff,

    /// <summary>Nothing that the dataset documents.</summary>
    Unknown,
}
