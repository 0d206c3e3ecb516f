using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>What a box loss adds up: the differences of offsets, made smooth around zero where asked (Girshick, 2015, equation 3).</summary>
internal static class BoxDifferences
{
    /// <summary>[Q, 4] and [Q, 4] to [Q, 4]: |d| - beta / 2, and d * d / (2 * beta) where |d| is below beta; with beta 0 |d|.</summary>
    public static Tensor Of(Tensor offsets, Tensor targets, double beta) =>
        beta > 0 ? functional.smooth_l1_loss(offsets, targets, Reduction.None, beta) : offsets.sub(targets).abs();
}
