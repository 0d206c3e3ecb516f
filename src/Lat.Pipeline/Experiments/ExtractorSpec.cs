using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>
/// The frozen feature extractor of the LAT model: trained here on the training images of all datasets, or, with <see cref="Pretrained"/>, a
/// network that was trained elsewhere.
/// </summary>
public sealed record ExtractorSpec
{
    /// <summary>A network trained elsewhere, as it is. Default null: one is trained here. With it every other field here is ignored but threads.</summary>
    public PretrainedExtractorSpec? Pretrained { get; init; }

    /// <summary>Default <see cref="ExtractorObjective.Native"/> (docs/method.md).</summary>
    public ExtractorObjective Objective { get; init; } = ExtractorObjective.Native;

    /// <summary>The network whose backbone and pyramid are kept.</summary>
    public DetectorOptions Network { get; init; } = new();

    /// <summary>
    /// The checkpoint that it starts from. Default null: random weights. It counts by its content; without one, keys are as if there were no such field.
    /// </summary>
    public PretrainedWeights? Weights { get; init; }

    /// <summary>The optimisation.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>What is changed at random in its images.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>The second stage's box loss. Default null: L1. A section that says only the default is none; without one, keys are as if there were no such field.</summary>
    public BoxLossOptions? Loss { get; init => field = value == new BoxLossOptions() ? null : value; }

    /// <summary>How many of the pyramid's levels are kept as features, from the finest. Default 3.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 5)]
    public int Levels { get; init; } = 3;
}
