using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>The detector that is trained on the target's own labels and on every source's transferred ones (paper, section 4.2).</summary>
public sealed record DownstreamSpec
{
    /// <summary>
    /// The kind of detector. Default <see cref="DetectorArchitecture.FasterRcnn"/>; the paper's Table 6 has both. Keys of Faster R-CNN are as if there were no
    /// such field.
    /// </summary>
    public DetectorArchitecture Architecture { get; init; } = DetectorArchitecture.FasterRcnn;

    /// <summary>The network. Of a Deformable DETR it is the backbone, and the pixels' mean and deviation; the rest of it is Faster R-CNN's.</summary>
    public DetectorOptions Network { get; init; } = new();

    /// <summary>What is above the backbone of a Deformable DETR. Ignored by Faster R-CNN.</summary>
    public DeformableDetrOptions DeformableDetr { get; init; } = new();

    /// <summary>
    /// The checkpoint that it starts from. Default null: random weights. It counts by its content; without one, keys are as if there were no such field.
    /// </summary>
    public PretrainedWeights? Weights { get; init; }

    /// <summary>The optimisation; the same iterations for every method.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>What is changed at random in its images.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>How a label's confidence weighs in the losses.</summary>
    public DetectorLossOptions Loss { get; init; } = new();

    /// <summary>The last iterations, which see the target's own images alone. Default 0; the paper: 10,000 of 50,000 (Table 5).</summary>
    [Range(0, 100000000)]
    public int FineTuneIterations { get; init; }

    /// <summary>Whether before that every batch is half the target's; otherwise all images are shuffled together. Default false (Table 5).</summary>
    public bool HalfAndHalf { get; init; }

    /// <summary>Transferred labels below this confidence are not trained on. Default 0.5; the paper states none.</summary>
    [Range(0.0, 1.0)]
    public double LabelThreshold { get; init; } = 0.5;

    /// <summary>
    /// Labels from this confidence up to <see cref="LabelThreshold"/> are ignored regions, neither object nor background.
    /// Default null: there are none, what is no label is background.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? IgnoreThreshold { get; init; }

    /// <summary>The same where there is no source: no labels to weigh, no mixture, no fine-tuning.</summary>
    public DownstreamSpec WithoutSources() => this with
    {
        FineTuneIterations = 0,
        HalfAndHalf = false,
        LabelThreshold = new DownstreamSpec().LabelThreshold,
        IgnoreThreshold = null,
        Loss = new DetectorLossOptions { SmoothL1Beta = Loss.SmoothL1Beta },
    };

    /// <summary>The same detector, trained on ground truth alone: no confidences, no mixture, no fine-tuning.</summary>
    public DetectorSpec OnGroundTruth() => new()
    {
        Network = Network,
        Training = Training,
        Augmentation = Augmentation,
        Weights = Weights,
        Loss = new BoxLossOptions { SmoothL1Beta = Loss.SmoothL1Beta },
    };

    /// <summary>How images are drawn where the target's, which come first, are trained on beside others.</summary>
    internal SamplingPlan PlanFor(int targetImages) => new()
    {
        FineTuneIterations = FineTuneIterations,
        HalfAndHalf = HalfAndHalf,
        TargetIndices = Enumerable.Range(0, targetImages).ToEquatableArray(),
    };
}
