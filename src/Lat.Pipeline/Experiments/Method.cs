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

    /// <summary>The same without predictions that lie on no box of the source (Liao et al. 2024: "PL &amp; NF").</summary>
    [EnumMember(Value = "pseudo-label-filtered")]
    PseudoLabelFiltered,

    /// <summary>The sources' images too, their labels rewritten by label-guided pseudo-labelling (Liao et al. 2024); classes of the same name only.</summary>
    [EnumMember(Value = "lgpl")]
    LabelGuided,

    /// <summary>The sources' images too, without labels: a student learns from its own moving average (Unbiased Teacher).</summary>
    [EnumMember(Value = "student-teacher")]
    StudentTeacher,

    /// <summary>The sources' images and own labels too: classes of the same name are taken for the same, all others are dropped.</summary>
    [EnumMember(Value = "naive-merge")]
    NaiveMerge,

    /// <summary>The sources' images and own labels alone, renamed by hand (<see cref="Experiment.ClassMapping"/>); the target is only measured on.</summary>
    [EnumMember(Value = "source-only-mapped")]
    SourceOnlyMapped,

    /// <summary>The sources' images too, their labels rewritten by Label-Aligned Transfer.</summary>
    [EnumMember(Value = "lat")]
    Lat,

    /// <summary>The sources' images too, with their true labels in the target's space: the ceiling, known for generated data only.</summary>
    [EnumMember(Value = "oracle")]
    Oracle,
}
