namespace Lat.Evaluation;

/// <summary>What may be said of a difference.</summary>
public enum DifferenceVerdict
{
    /// <summary>Nothing is known of the spread: one run, and no interval over images.</summary>
    Unknown,

    /// <summary>No difference lies inside the interval: it may be chance.</summary>
    NotShown,

    /// <summary>Better, and the whole interval says so.</summary>
    Better,

    /// <summary>Worse, and the whole interval says so.</summary>
    Worse,
}
