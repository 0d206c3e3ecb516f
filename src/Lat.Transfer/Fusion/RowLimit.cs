namespace Lat.Transfer;

/// <summary>How a row of attention weights is kept below the threshold T (paper, section 3.2.2 and Table 4).</summary>
public enum RowLimit
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Each weight above T becomes T.</summary>
    Clamp,

    /// <summary>A row whose maximum lies above T is multiplied so that it becomes T; other rows stay.</summary>
    ScaleDown,

    /// <summary>Every row is multiplied so that its maximum becomes T, up or down: the paper's words. Diffuse rows blow up (docs/method.md).</summary>
    ScaleBothWays,
}
