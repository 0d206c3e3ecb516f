namespace Lat.Evaluation;

/// <summary>
/// The ranges of object area, in square pixels, that COCO measures apart. Both ends are inclusive: an object of exactly 32² is small and
/// medium.
/// </summary>
public enum CocoAreaRange
{
    /// <summary>0 to 100,000².</summary>
    All,

    /// <summary>0 to 32².</summary>
    Small,

    /// <summary>32² to 96².</summary>
    Medium,

    /// <summary>96² to 100,000².</summary>
    Large,
}
