using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>The Privileged Proposal Generator: what stands in for the region proposal network (paper, section 3.2.1).</summary>
public sealed record PrivilegedProposalOptions
{
    /// <summary>The share of ground-truth boxes that are jittered in training. Default 0.5 (paper, section 4.2).</summary>
    [Range(0.0, 1.0)]
    public double JitterProbability { get; init; } = 0.5;

    /// <summary>
    /// The deviation of the jitter of each coordinate, as a share of the box's side. The paper states none. Default 0.06 (Soft Teacher).
    /// </summary>
    [Range(0.0, 1.0)]
    public double JitterSigma { get; init; } = 0.06;

    /// <summary>
    /// The farthest that a coordinate is jittered, as a share of the box's side; the image clips it in any case. Default null: no other limit.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? JitterLimit { get; init; }

    /// <summary>
    /// The share of ground-truth boxes that are left out of the proposals in training; they stay targets. Default 0.05 (paper, section 4.2).
    /// </summary>
    [Range(0.0, 1.0)]
    public double RemovalProbability { get; init; } = 0.05;

    /// <summary>Pseudo-labels below this score are no proposals. The paper states no number; a low one leaves the doubt to the confidence. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double PseudoLabelThreshold { get; init; } = 0.2;

    /// <summary>Thresholds of single classes, in place of <see cref="PseudoLabelThreshold"/>. Default none.</summary>
    public EquatableArray<ClassThreshold> ClassThresholds { get; init; } = [];

    /// <summary>
    /// Whether the threshold of each class is raised until a detector finds no more boxes of it per image than its own dataset is annotated
    /// with (the rule of Unbiased Teacher's author). It never falls below the thresholds above. Default false.
    /// </summary>
    public bool CountMatched { get; init; }

    /// <summary>What represents the own label space in training. Default both: see docs/method.md.</summary>
    public OwnSpaceProposals OwnSpace { get; init; } = OwnSpaceProposals.GroundTruthAndPseudoLabels;

    /// <summary>
    /// Into how many folds a dataset is cut for out-of-fold predictions: each is predicted by a detector that was trained on the others.
    /// Default 3; read only where <see cref="OwnSpace"/> asks for such predictions.
    /// </summary>
    [Range(2, 20)]
    public int Folds { get; init; } = 3;

    /// <summary>
    /// The share of ground-truth proposals whose class is hidden in training (their scores are spread evenly over their space), against
    /// copying. Default 0.2 (docs/method.md; the paper hides none).
    /// </summary>
    [Range(0.0, 1.0)]
    public double ClassDropOut { get; init; } = 0.2;

    /// <summary>
    /// Whether an image's other proposals attend to its ground truth in training. At transfer nothing of the space that is asked for is known for
    /// certain, and what leans on it falls (docs/method.md). Default false; the paper says nothing against it.
    /// </summary>
    public bool HeedGroundTruth { get; init; }

    /// <summary>
    /// The share of training images on which the other spaces' pseudo-labels are presented as ground truth (best class 1, confidence 1), as
    /// the source's space will be at inference. Default 0.3 (docs/method.md; the paper: 0).
    /// </summary>
    [Range(0.0, 1.0)]
    public double HardenProbability { get; init; } = 0.3;

    /// <summary>
    /// Boxes drawn at random for each training image, of no class: what background looks like. Default 0 (the paper): unmatched pseudo-labels
    /// are the only background.
    /// </summary>
    [Range(0, 1000)]
    public int BackgroundBoxes { get; init; }

    /// <summary>The confidence of a background box, in (0, 1]. Default 0.05: no other proposal heeds it.</summary>
    [Range(0.001, 1.0)]
    public double BackgroundConfidence { get; init; } = 0.05;

    /// <summary>The most proposals of an image, best confidence first. Default 200.</summary>
    [Range(1, 10000)]
    public int MaximumProposals { get; init; } = 200;
}
