namespace Lat.Evaluation;

/// <summary>What the truth asks of a source box: what it should become in the target's label space.</summary>
public enum TransferOutcome
{
    /// <summary>One true target object, whose class bears the same name.</summary>
    Kept,

    /// <summary>One true target object, whose class bears another name.</summary>
    Relabelled,

    /// <summary>Several true target objects (a cyclist becomes a rider and a bicycle).</summary>
    Split,

    /// <summary>One true target object that other source boxes become too (a rider and a bicycle become a cyclist).</summary>
    Merged,

    /// <summary>No true target object: the target does not annotate it.</summary>
    Dropped,
}
