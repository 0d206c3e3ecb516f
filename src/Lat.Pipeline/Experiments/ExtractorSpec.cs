using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>The frozen feature extractor of the LAT model, trained here on the training images of all datasets.</summary>
public sealed record ExtractorSpec
{
    /// <summary>Default <see cref="ExtractorObjective.Native"/> (docs/method.md).</summary>
    public ExtractorObjective Objective { get; init; } = ExtractorObjective.Native;

    /// <summary>The network whose backbone and pyramid are kept.</summary>
    public DetectorOptions Network { get; init; } = new();

    /// <summary>The optimisation.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>What is changed at random in its images.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>How many of the pyramid's levels are kept as features, from the finest. Default 3.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 5)]
    public int Levels { get; init; } = 3;
}
