namespace Lat.Transfer;

/// <summary>
/// What the places of two proposals have to say in their attention. The paper speaks of "overlapping proposals" (section 3.2.2), but its
/// equation has no such term.
/// </summary>
public enum FusionGeometry
{
    /// <summary>Nothing: the equation read literally.</summary>
    None,

    /// <summary>A proposal attends only to those that it overlaps, itself among them.</summary>
    OverlapMask,

    /// <summary>A learned bias from the relative place and size is added to the logits (Relation Networks, Hu et al. 2018).</summary>
    RelativeBias,
}
