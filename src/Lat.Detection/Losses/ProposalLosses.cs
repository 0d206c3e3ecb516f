using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>The two sums of the proposal network.</summary>
internal static class ProposalLosses
{
    /// <summary>Binary cross-entropy, summed over the sample.</summary>
    /// <param name="logits">[P * A].</param>
    public static Tensor Objectness(Tensor logits, ProposalSample sample)
    {
        var drawn = logits.index_select(0, tensor(sample.Rows, device: logits.device));
        return functional.binary_cross_entropy_with_logits(drawn, tensor(sample.IsObject, device: logits.device), reduction: Reduction.Sum);
    }

    /// <summary>Differences of the offsets, summed over the objects of the sample.</summary>
    /// <param name="offsets">[P * A, 4].</param>
    /// <param name="sample">The drawn anchors.</param>
    /// <param name="smoothL1Beta">Where the L1 loss becomes smooth; 0 for nowhere.</param>
    public static Tensor Boxes(Tensor offsets, ProposalSample sample, double smoothL1Beta)
    {
        var drawn = offsets.index_select(0, tensor(sample.PositiveRows, device: offsets.device));
        var wanted = tensor(sample.PositiveOffsets, [sample.PositiveRows.Length, 4], device: offsets.device);
        return BoxDifferences.Of(drawn, wanted, smoothL1Beta).sum();
    }
}
