using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Focal loss (Lin et al., 2017) with gamma 2: a cross-entropy of every class by itself, in which what is already right counts little.
/// </summary>
internal static class FocalLoss
{
    /// <param name="logits">Of any shape.</param>
    /// <param name="targets">Of the same shape, 1 for an object's own class, else 0.</param>
    /// <param name="alpha">Weight of the ones; the others have 1 - alpha.</param>
    /// <returns>Of the same shape.</returns>
    public static Tensor Of(Tensor logits, Tensor targets, double alpha)
    {
        using var scope = NewDisposeScope();
        var entropy = functional.binary_cross_entropy_with_logits(logits, targets, reduction: Reduction.None);
        var error = logits.sigmoid().sub(targets);
        return scope.MoveToOuter(error.mul(error).mul(entropy).mul(targets.mul((2 * alpha) - 1).add(1 - alpha)));
    }
}
