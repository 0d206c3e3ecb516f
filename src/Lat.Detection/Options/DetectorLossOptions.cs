using System.ComponentModel.DataAnnotations;

namespace Lat.Detection;

/// <summary>What the second stage's losses weigh and see.</summary>
public sealed record DetectorLossOptions
{
    /// <summary>
    /// Whether a region that matches a label of confidence c weighs c in the cross-entropy; ground truth and background weigh 1.
    /// Default true (the paper's confidence-weighted cross-entropy, section 4.2).
    /// </summary>
    public bool WeightClassesByConfidence { get; init; } = true;

    /// <summary>Whether it weighs c in the box loss too. Default false: the paper names only the cross-entropy.</summary>
    public bool WeightBoxesByConfidence { get; init; }

    /// <summary>What the weighted cross-entropy is divided by. Default <see cref="ClassLossNormalizer.Regions"/> (Detectron2's mean).</summary>
    public ClassLossNormalizer Normalizer { get; init; } = ClassLossNormalizer.Regions;

    /// <summary>
    /// Below this difference of an offset the box loss is a parabola instead of a slope of 1. Default 0: L1 everywhere
    /// (Detectron2's ROI_BOX_HEAD.SMOOTH_L1_BETA); torchvision: 1/9.
    /// </summary>
    [Range(0.0, 1e3)]
    public double SmoothL1Beta { get; init; }

    /// <summary>
    /// Whether an image's cross-entropy sees only the classes of its own label space and background, where a head holds several spaces.
    /// Default true: unmasked, the features learn to tell datasets apart.
    /// </summary>
    public bool MaskLabelSpaces { get; init; } = true;

    /// <summary>Whether every class counts as one, 'object'. Needs a network of one class. Default false.</summary>
    public bool ObjectnessOnly { get; init; }
}
