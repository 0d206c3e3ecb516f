namespace Lat.Reports;

/// <summary>Why a box is worth a look.</summary>
[Flags]
public enum ReviewReason
{
    /// <summary>Nothing speaks against it.</summary>
    None = 0,

    /// <summary>Its confidence is near the least that a training uses, on either side of it.</summary>
    Doubtful = 1,

    /// <summary>Another method sees another class in its place.</summary>
    OtherClass = 2,

    /// <summary>No other method sees anything in its place.</summary>
    Unmatched = 4,

    /// <summary>There is no label, but another method is sure of one, or the source has a box of a class that mostly gets one.</summary>
    Missed = 8,
}
