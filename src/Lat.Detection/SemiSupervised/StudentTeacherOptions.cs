using System.ComponentModel.DataAnnotations;

namespace Lat.Detection;

/// <summary>
/// Unbiased Teacher (Liu et al., 2021): a student learns from labels, and on images without labels from what its own moving average, the
/// teacher, finds in them. The student sees strong views, the teacher weak ones.
/// </summary>
public sealed record StudentTeacherOptions
{
    /// <summary>Iterations on labelled images alone, after which the teacher begins as a copy of the student. Default 2000 (the authors' program).</summary>
    [Range(0, 100000000)]
    public int BurnInIterations { get; init; } = 2000;

    /// <summary>Decay of the teacher: teacher = decay * teacher + (1 - decay) * student before every step. Default 0.9996 (the authors' program).</summary>
    [Range(0.0, 1.0)]
    public double TeacherDecay { get; init; } = 0.9996;

    /// <summary>The teacher's boxes from this score on are labels for the student. Default 0.7 (the authors' program).</summary>
    [Range(0.0, 1.0)]
    public double PseudoLabelThreshold { get; init; } = 0.7;

    /// <summary>What the losses on images without labels are multiplied by. Default 4 (the authors' program); they advise 1 where it diverges.</summary>
    [Range(0.0, 1e6)]
    public double UnlabelledWeight { get; init; } = 4;

    /// <summary>
    /// Whether the box losses of both stages learn from pseudo-labels too. Default false (the authors' program): a score says nothing of how
    /// well a box lies.
    /// </summary>
    public bool LearnsBoxesFromPseudoLabels { get; init; }

    /// <summary>Images without labels in a step, beside the batch of labelled ones. Default 8; the authors' program: 32 beside 32.</summary>
    [Range(1, 4096)]
    public int UnlabelledBatchSize { get; init; } = 8;

    /// <summary>What makes a strong view of a weak one.</summary>
    public StrongAugmentationOptions StrongAugmentation { get; init; } = new();
}
