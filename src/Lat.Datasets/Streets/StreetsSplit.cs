namespace Lat.Datasets;

/// <summary>Which of a dataset's two disjoint sets of scenes; each draws from a seed of its own.</summary>
public enum StreetsSplit
{
    /// <summary>The images to learn from.</summary>
    Train,

    /// <summary>The images to measure on.</summary>
    Validation,
}
