using Lat.Core;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>The attention of a batch in managed memory.</summary>
/// <param name="Count">M.</param>
/// <param name="OfClasses">[M * M]; null where classes were not summed.</param>
/// <param name="OfFeatures">[M * M].</param>
internal sealed record AttentionRows(int Count, float[]? OfClasses, float[] OfFeatures)
{
    public static AttentionRows Of(FusionAttention attention) => new(
        (int)attention.OfFeatures.shape[^1], attention.OfClasses is { } ofClasses ? Copy(ofClasses) : null, Copy(attention.OfFeatures));

    /// <summary>The proposals that a row heeds most.</summary>
    /// <param name="row">The row, in the batch.</param>
    /// <param name="first">The image's first row in the batch.</param>
    /// <param name="proposals">How many proposals the image has.</param>
    /// <param name="most">How many to name.</param>
    public EquatableArray<Contribution> Of(int row, int first, int proposals, int most) => Enumerable.Range(0, proposals)
        .Select(proposal => new Contribution(proposal, OfClasses?[(row * Count) + first + proposal], OfFeatures[(row * Count) + first + proposal]))
        .OrderByDescending(contribution => contribution.Weight)
        .Take(most)
        .ToEquatableArray();

    private static float[] Copy(torch.Tensor attention)
    {
        using var values = FusionAttention.MeanOfHeads(attention).contiguous().cpu().data<float>();
        return values.ToArray();
    }
}
