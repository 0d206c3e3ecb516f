namespace Lat.Core;

/// <summary>How a label came to be; part of what is written beside every transferred box.</summary>
public enum AnnotationOrigin : byte
{
    /// <summary>The dataset's own annotation.</summary>
    GroundTruth,

    /// <summary>A detector's prediction in the target's label space.</summary>
    PseudoLabel,

    /// <summary>Label-Aligned Transfer's prediction in the target's label space.</summary>
    Transferred,

    /// <summary>A person's correction of a transferred label.</summary>
    Reviewed,
}
