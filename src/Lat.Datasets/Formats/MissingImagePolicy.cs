namespace Lat.Datasets;

/// <summary>What becomes of a labelled image whose pixels are not there.</summary>
public enum MissingImagePolicy
{
    /// <summary>A fault: the dataset is not imported.</summary>
    Refuse,

    /// <summary>The image and its labels are left out and counted.</summary>
    Skip,

    /// <summary>The labels are read without pixels, for tools that need none; <see cref="ImportedImage.Source"/> is null.</summary>
    LabelsOnly,
}
