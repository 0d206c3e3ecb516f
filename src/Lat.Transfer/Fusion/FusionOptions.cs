using System.ComponentModel.DataAnnotations;

namespace Lat.Transfer;

/// <summary>The Semantic Feature Fusion (paper, section 3.2.2). Where the paper is silent or slips, docs/method.md gives the reason for the default.</summary>
public sealed record FusionOptions
{
    /// <summary>Default <see cref="FusionMode.ClassAware"/> (the paper's).</summary>
    public FusionMode Mode { get; init; } = FusionMode.ClassAware;

    /// <summary>Default <see cref="RowLimit.ScaleDown"/>; literal is <see cref="RowLimit.ScaleBothWays"/>.</summary>
    public RowLimit Limit { get; init; } = RowLimit.ScaleDown;

    /// <summary>The threshold T of the limit. Default 1/sqrt(N) (paper, Table 4).</summary>
    public AttentionThreshold Threshold { get; init; } = new("1/sqrt(N)");

    /// <summary>The branch whose attention is limited. Default <see cref="FusionBranch.Feature"/> (the arXiv version's equation).</summary>
    public FusionBranch LimitedBranch { get; init; } = FusionBranch.Feature;

    /// <summary>Default <see cref="ConfidenceMode.LogAdd"/>; literal is <see cref="ConfidenceMode.Literal"/>.</summary>
    public ConfidenceMode Confidence { get; init; } = ConfidenceMode.LogAdd;

    /// <summary>Whether the fusion is added to the features (as DETR does) instead of taking their place (the equation read literally). Default true.</summary>
    public bool Residual { get; init; } = true;

    /// <summary>Whether a layer norm follows. Default false: it cost labels (docs/method.md).</summary>
    public bool LayerNorm { get; init; }

    /// <summary>
    /// Whether training starts with a fusion that adds nothing (the values' weights are zero), so that the head first learns from the regions
    /// alone. False draws them. Default true (docs/method.md; the paper states no start).
    /// </summary>
    public bool StartsAtNothing { get; init; } = true;

    /// <summary>
    /// Into how many equal parts the features are cut, each with an attention of its own. Divides the head's width. Default 1 (the equation).
    /// </summary>
    [Range(1, 64)]
    public int Heads { get; init; } = 1;

    /// <summary>Default <see cref="FusionGeometry.None"/> (the equation).</summary>
    public FusionGeometry Geometry { get; init; } = FusionGeometry.None;
}
