using System.Runtime.Serialization;

namespace Lat.Pipeline;

/// <summary>A way to come by a detector for the target; a row of the table.</summary>
public enum Method
{
    /// <summary>The target's own images and labels only.</summary>
    [EnumMember(Value = "baseline")]
    Baseline,

    /// <summary>The sources' images too, labelled by the target's detector.</summary>
    [EnumMember(Value = "pseudo-label")]
    PseudoLabel,

    /// <summary>The sources' images too, without labels: a student learns from its own moving average (Unbiased Teacher).</summary>
    [EnumMember(Value = "student-teacher")]
    StudentTeacher,

    /// <summary>The sources' images too, their labels rewritten by Label-Aligned Transfer.</summary>
    [EnumMember(Value = "lat")]
    Lat,

    /// <summary>The sources' images too, with their true labels in the target's space: the ceiling, known for generated data only.</summary>
    [EnumMember(Value = "oracle")]
    Oracle,
}
