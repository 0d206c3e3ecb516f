namespace Lat.Core;

/// <summary>One prediction of a detector.</summary>
/// <param name="Box">Where, in pixels of the image.</param>
/// <param name="ClassIndex">What, as an index into the detector's label space.</param>
/// <param name="Score">The score of that class, in [0, 1].</param>
public sealed record Detection(Box Box, int ClassIndex, double Score)
{
    /// <summary>
    /// The scores of all classes of the space, [K], without background; their sum is at most 1. Empty where only the best was kept.
    /// The paper's C_m (section 3.2.2): label transfer reads the whole vector, not only its maximum.
    /// </summary>
    public EquatableArray<float> ClassScores { get; init; } = [];
}
