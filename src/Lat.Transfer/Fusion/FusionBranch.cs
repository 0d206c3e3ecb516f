namespace Lat.Transfer;

/// <summary>One of the two sums that the fusion is made of.</summary>
public enum FusionBranch
{
    /// <summary>The sum over region features: V_r (limited there in the arXiv version of the paper).</summary>
    Feature,

    /// <summary>The sum over class scores: V_c (limited there in the later version).</summary>
    Class,
}
