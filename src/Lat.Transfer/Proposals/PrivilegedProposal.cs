using Lat.Core;

namespace Lat.Transfer;

/// <summary>One region that the LAT model looks at, with what is known of it beforehand.</summary>
/// <param name="Box">Where, in pixels of the image.</param>
/// <param name="Dataset">Whose label space the scores are in, as an index into the concatenation.</param>
/// <param name="ClassScores">The scores in that space, [K] without background; one-hot for ground truth. The paper's C_m.</param>
/// <param name="Confidence">The paper's S_c: 1 for ground truth, the best class score for a pseudo-label.</param>
public sealed record PrivilegedProposal(Box Box, int Dataset, EquatableArray<float> ClassScores, float Confidence)
{
    /// <summary>The image's own annotation that this proposal is, by position; null for a pseudo-label.</summary>
    public int? SourceIndex { get; init; }

    /// <summary>Whether the image's other proposals attend to it. Default true.</summary>
    public bool IsHeeded { get; init; } = true;
}
