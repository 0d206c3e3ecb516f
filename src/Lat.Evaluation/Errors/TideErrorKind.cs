namespace Lat.Evaluation;

/// <summary>The six kinds of error that TIDE tells apart (Bolya et al. 2020, section 2.2).</summary>
public enum TideErrorKind
{
    /// <summary>Well placed on an object of another class.</summary>
    Classification,

    /// <summary>Of the right class, but placed too badly.</summary>
    Localization,

    /// <summary>Placed badly on an object of another class.</summary>
    Both,

    /// <summary>Right, were it not that a better detection has found the object already.</summary>
    Duplicate,

    /// <summary>On no object at all.</summary>
    Background,

    /// <summary>An object that no detection found, not even one with a classification or localization error.</summary>
    Missed,
}
