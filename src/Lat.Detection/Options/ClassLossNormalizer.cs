namespace Lat.Detection;

/// <summary>What a weighted cross-entropy is divided by.</summary>
public enum ClassLossNormalizer
{
    /// <summary>The number of regions: a doubtful label teaches less.</summary>
    Regions,

    /// <summary>The sum of the weights: doubtful labels only yield to sure ones (Soft Teacher).</summary>
    Weights,
}
