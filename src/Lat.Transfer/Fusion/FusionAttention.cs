using static TorchSharp.torch;

namespace Lat.Transfer;

/// <summary>The weights by which proposals look at one another; rows look, columns are looked at.</summary>
/// <param name="OfClasses">The weights of the sum over class scores, [M, M], or [heads, M, M]; null where there is no such sum.</param>
/// <param name="OfFeatures">The weights of the sum over features, likewise.</param>
public sealed record FusionAttention(Tensor? OfClasses, Tensor OfFeatures)
{
    /// <summary>[M, M]: the mean of the heads.</summary>
    public static Tensor MeanOfHeads(Tensor attention) => attention.dim() == 3 ? attention.mean([0]) : attention;
}
