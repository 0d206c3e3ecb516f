using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed record SampleTraining
{
    [Range(1, int.MaxValue)]
    public int Epochs { get; init; } = 12;

    [Range(0, 1, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 0.02;

    [AllowedValues(1, 2, 4)]
    public int BatchSize { get; init; } = 4;

    [Range(0, 1)]
    public double Momentum { get; init; } = 0.9;

    public bool Flip { get; init; } = true;
    public double? ClipNorm { get; init; } = 35;
    public int WarmUp { get; init; }

    [Range(0, 100)]
    public EquatableArray<int> Milestones { get; init; } = [8, 11];

    [AllowNonFinite]
    public float Patience { get; init; } = float.PositiveInfinity;
}
