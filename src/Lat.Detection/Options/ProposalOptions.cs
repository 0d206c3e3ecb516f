using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>The region proposal network (Ren et al., 2015): which anchors it learns from, and which boxes it hands on.</summary>
public sealed record ProposalOptions : IValidated
{
    /// <summary>An anchor is an object from this IoU on. Default 0.7 (Detectron2's RPN.IOU_THRESHOLDS; Ren et al., 2015, section 3.1.2).</summary>
    [Range(0.0, 1.0)]
    public double PositiveIou { get; init; } = 0.7;

    /// <summary>An anchor is background below this IoU; between the two it teaches nothing. Default 0.3 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NegativeIou { get; init; } = 0.3;

    /// <summary>
    /// Whether the best anchors of an object stand for an object however little they overlap it, so that none is without an anchor.
    /// Default true (Detectron2, torchvision; Ren et al., 2015, section 3.1.2).
    /// </summary>
    public bool AllowLowQualityMatches { get; init; } = true;

    /// <summary>
    /// A background anchor of which at least this share lies in a crowd or an ignored box teaches nothing, in [0, 1].
    /// Default 0.5; Detectron2 drops crowds altogether, which makes background of them.
    /// </summary>
    [Range(0.0, 1.0)]
    public double IgnoreOverlap { get; init; } = 0.5;

    /// <summary>Anchors drawn for the loss in each image. Default 128; Detectron2 draws 256 of about ten times as many.</summary>
    [Range(1, 100000)]
    public int BatchPerImage { get; init; } = 128;

    /// <summary>The largest share of objects among them. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double PositiveFraction { get; init; } = 0.5;

    /// <summary>Weights of dx, dy, dw, dh in the box targets. Default 1, 1, 1, 1 (Detectron2's RPN.BBOX_REG_WEIGHTS, torchvision).</summary>
    [Length(4, 4)]
    [Range(1e-6, 1e6)]
    public EquatableArray<double> BoxWeights { get; init; } = [1, 1, 1, 1];

    /// <summary>
    /// Below this difference of an offset the box loss is a parabola instead of a slope of 1. Default 0: L1 everywhere
    /// (Detectron2's RPN.SMOOTH_L1_BETA); torchvision: 1/9.
    /// </summary>
    [Range(0.0, 1e3)]
    public double SmoothL1Beta { get; init; }

    /// <summary>Boxes of each level that enter non-maximum suppression in training. Default 384; Detectron2: 2000.</summary>
    [Range(1, 1000000)]
    public int TrainingPreNms { get; init; } = 384;

    /// <summary>Boxes of an image that leave it in training, over all levels. Default 256; Detectron2: 1000.</summary>
    [Range(1, 1000000)]
    public int TrainingPostNms { get; init; } = 256;

    /// <summary>As <see cref="TrainingPreNms"/>, in prediction. Default 256; Detectron2: 1000.</summary>
    [Range(1, 1000000)]
    public int PredictionPreNms { get; init; } = 256;

    /// <summary>As <see cref="TrainingPostNms"/>, in prediction. Default 160; Detectron2: 1000.</summary>
    [Range(1, 1000000)]
    public int PredictionPostNms { get; init; } = 160;

    /// <summary>Of two proposals of one level that overlap by more, the better one stays, IoU. Default 0.7 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.7;

    /// <summary>Proposals with a side below this are dropped, pixels. Default 0.001 (torchvision); Detectron2 drops only empty ones.</summary>
    [Range(0.0, 1e5)]
    public double MinimumSide { get; init; } = 0.001;

    public IEnumerable<SpecProblem> Check()
    {
        if (NegativeIou > PositiveIou)
        {
            yield return new SpecProblem(
                nameof(NegativeIou), FormattableString.Invariant($"is {NegativeIou}; expected at most 'positiveIou' ({PositiveIou})"));
        }
    }
}
