namespace Lat.Datasets;

/// <summary>What becomes of a box that is no sound part of its image.</summary>
public enum InvalidBoxPolicy
{
    /// <summary>
    /// What reaches out of the image is cut off; what has no area then is dropped. Both are counted. A box that is not finite or whose
    /// maximum lies before its minimum is no box, and refused.
    /// </summary>
    Clip,

    /// <summary>Dropped and counted, whatever is wrong with it.</summary>
    Drop,

    /// <summary>A fault: the dataset is not imported.</summary>
    Refuse,
}
