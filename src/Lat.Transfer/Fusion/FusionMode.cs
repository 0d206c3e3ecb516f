namespace Lat.Transfer;

/// <summary>What the Semantic Feature Fusion adds to a region's features.</summary>
public enum FusionMode
{
    /// <summary>Nothing: each region stands alone.</summary>
    None,

    /// <summary>Attention over the features of the image's other regions; classes play no part.</summary>
    Plain,

    /// <summary>The paper's: attention over class scores and over features, weighted by confidence (section 3.2.2).</summary>
    ClassAware,
}
