using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>How a network is optimised; the same for detectors and for the LAT model.</summary>
public sealed record TrainingOptions : IValidated
{
    /// <summary>Steps of the optimizer. Default 1000.</summary>
    [Range(1, 100000000)]
    public int Iterations { get; init; } = 1000;

    /// <summary>Images in a step. Default 8; the paper: 16 for detectors, 4 for LAT.</summary>
    [Range(1, 4096)]
    public int BatchSize { get; init; } = 8;

    /// <summary>The rule of the step. Default <see cref="OptimizerKind.Sgd"/> with momentum.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Sgd;

    /// <summary>Learning rate after warm-up. Default 0.02 (Detectron2 at batch 16; the paper prints 0.2, see docs/method.md).</summary>
    [Range(1e-12, 1e3)]
    public double BaseLearningRate { get; init; } = 0.02;

    /// <summary>Momentum of SGD; ignored by AdamW. Default 0.9 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double Momentum { get; init; } = 0.9;

    /// <summary>Decay of the weights of convolutions and linear layers. Default 1e-4 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Decay of the scales and shifts of normalisation layers. Default 0 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NormWeightDecay { get; init; }

    /// <summary>Decay of biases. Default 0; Detectron2 decays them as weights.</summary>
    [Range(0.0, 1.0)]
    public double BiasWeightDecay { get; init; }

    /// <summary>Iterations over which the learning rate rises linearly from its warm-up fraction. Default 100; Detectron2: 1000 of 90,000.</summary>
    [Range(0, 100000000)]
    public int WarmupIterations { get; init; } = 100;

    /// <summary>The fraction of the learning rate that the first iteration uses. Default 0.001 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double WarmupFactor { get; init; } = 0.001;

    /// <summary>How the learning rate falls after warm-up. Default <see cref="ScheduleKind.Constant"/> (paper, section 4.1: fixed rate).</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Constant;

    /// <summary>Iterations at which a step schedule multiplies the rate by <see cref="Gamma"/>. Default none.</summary>
    [Range(0, 100000000)]
    public EquatableArray<int> Steps { get; init; } = [];

    /// <summary>The factor of a step schedule. Default 0.1 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double Gamma { get; init; } = 0.1;

    /// <summary>
    /// Decay of the exponential moving average of the weights, which the trained network then holds; null for none. At iteration n it is
    /// min(decay, (1 + n) / (10 + n)). Default null; 0.999 in D2Go, 0.9996 in Unbiased Teacher.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? AverageDecay { get; init; }

    /// <summary>The gradient's norm is scaled down to this; null for never. Default null (Detectron2: no clipping).</summary>
    [Range(1e-6, 1e9)]
    public double? GradientClipNorm { get; init; }

    /// <summary>
    /// Steps in a row with a loss or a gradient that is not finite, after which training is given up; such a step is skipped and changes no
    /// weight and no statistic. Default 5; 1 gives up at the first, as Detectron2 does.
    /// </summary>
    [Range(1, 1000000)]
    public int BadStepLimit { get; init; } = 5;

    /// <summary>A sum of losses above this counts as not finite. Default 1e6: no loss of a training that learns comes near.</summary>
    [Range(1.0, 1e30)]
    public double LossLimit { get; init; } = 1e6;

    /// <summary>
    /// What the passes through a detector compute in; weights, averages, the optimizer and the losses stay float32.
    /// Default <see cref="TrainingPrecision.Full"/>; other networks know only that.
    /// </summary>
    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Full;

    /// <summary>
    /// Whether a GPU must repeat a run bit for bit: cuDNN and index operations take their deterministic kernels, and an operation that has none
    /// is an error. It makes steps slower, since the fastest kernels are often not among them. The CPU always repeats its bits. Default false.
    /// </summary>
    public bool Deterministic { get; init; }

    /// <summary>
    /// Whether a detector's batch holds only upright or only wide images, which saves padding where sizes differ. Default false: the images of
    /// most sets here are of one shape; Detectron2's DATALOADER.ASPECT_RATIO_GROUPING is true.
    /// </summary>
    public bool GroupByAspectRatio { get; init; }

    /// <summary>
    /// Whether a detector's training leaves out images without an object (crowds and ignored regions do not count as one).
    /// Default false: background teaches too; Detectron2's DATALOADER.FILTER_EMPTY_ANNOTATIONS is true.
    /// </summary>
    public bool SkipEmptyImages { get; init; }

    /// <summary>Threads that prepare a detector's batches beside the step. Default 2; Detectron2's DATALOADER.NUM_WORKERS: 4 processes.</summary>
    [NotInKey]
    [Range(1, 1024)]
    public int DataWorkers { get; init; } = 2;

    /// <summary>Iterations between checkpoints, from which a killed run goes on to the same result. Default 500; 0 for never.</summary>
    [NotInKey]
    [Range(0, 100000000)]
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>Iterations between reports of progress and lines of the metrics file. Default 20.</summary>
    [Range(1, 100000000)]
    public int ReportEvery { get; init; } = 20;

    /// <summary>
    /// Threads inside one operator on the CPU; part of the numerics, since sums split by thread. Default 1: stages run side by side instead.
    /// </summary>
    [Range(1, 1024)]
    public int Threads { get; init; } = 1;

    public IEnumerable<SpecProblem> Check()
    {
        if (Schedule == ScheduleKind.Step && Steps.Count == 0)
        {
            yield return new SpecProblem(nameof(Steps), "is empty; a step schedule needs the iterations at which the learning rate falls");
        }

        if (Schedule != ScheduleKind.Step && Steps.Count > 0)
        {
            yield return new SpecProblem(nameof(Steps), "is only for a step schedule; set 'schedule: step' or leave it out");
        }

        if (Steps.Zip(Steps.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new SpecProblem(nameof(Steps), $"is {Steps}; expected rising iterations");
        }
    }
}
