using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The number whose sigmoid a share is, kept finite at 0 and 1 as in the original: shares closer than 1e-5 to either count as 1e-5 away.</summary>
internal static class InverseSigmoid
{
    private const double Nearest = 1e-5;

    /// <summary>Of every element, of any shape.</summary>
    public static Tensor Of(Tensor shares)
    {
        using var scope = NewDisposeScope();
        var inside = shares.clamp(0, 1);
        return scope.MoveToOuter(inside.clamp_min(Nearest).div(inside.neg().add(1).clamp_min(Nearest)).log());
    }
}
