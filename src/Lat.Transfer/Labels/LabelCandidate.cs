using Lat.Core;

namespace Lat.Transfer;

/// <summary>A box that may become a label in the target's space.</summary>
/// <param name="Box">Where, in pixels of the image.</param>
/// <param name="ClassIndex">What, in the target's space.</param>
/// <param name="Score">How sure, in [0, 1].</param>
/// <param name="Origin">Who says so.</param>
/// <param name="SourceIndex">The source annotation that it was made from, by position in the image; null where there is none.</param>
public sealed record LabelCandidate(Box Box, int ClassIndex, double Score, AnnotationOrigin Origin, int? SourceIndex)
{
    /// <summary>The proposal that it was made from, by position among the image's; null for a detector's own prediction.</summary>
    public int? Proposal { get; init; }

    /// <summary>The same with its score times a weight.</summary>
    internal LabelCandidate Weighted(double weight) => weight == 1 ? this : this with { Score = Score * weight };
}
