namespace Lat.Transfer;

/// <summary>Why a source box ended without a label in the target's space.</summary>
public enum SourceLoss
{
    /// <summary>It is a crowd or an ignored box: never a proposal.</summary>
    NotCounted,

    /// <summary>A side is below a pixel: never a proposal.</summary>
    TooSmall,

    /// <summary>The image has more proposals than are looked at.</summary>
    TooManyProposals,

    /// <summary>The model says background: no class of the target's space reaches its threshold.</summary>
    BelowThreshold,

    /// <summary>A surer label of the class lies there, from another box or from the target's own detector.</summary>
    Suppressed,

    /// <summary>The image has as many labels as are kept.</summary>
    TooManyLabels,
}
