namespace Lat.Detection;

/// <summary>The anchors of a batch that the proposal losses see.</summary>
/// <param name="Rows">[S] rows of the head's logits.</param>
/// <param name="IsObject">[S] 1 for an object, 0 for background.</param>
/// <param name="PositiveRows">[Q] rows of the objects among them.</param>
/// <param name="PositiveOffsets">[Q * 4] the offsets to their targets.</param>
internal sealed record ProposalSample(long[] Rows, float[] IsObject, long[] PositiveRows, float[] PositiveOffsets);
