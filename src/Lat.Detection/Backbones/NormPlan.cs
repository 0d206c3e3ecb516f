namespace Lat.Detection;

/// <summary>What the batch norms of a backbone are.</summary>
/// <param name="Frozen">Constants instead of trained layers.</param>
/// <param name="Epsilon">Added to the variance before its root.</param>
internal readonly record struct NormPlan(bool Frozen, double Epsilon)
{
    public static NormPlan Of(DetectorOptions options) => new(options.FrozenBatchNorm, options.BatchNormEpsilon);
}
