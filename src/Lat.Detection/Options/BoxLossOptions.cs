using System.ComponentModel.DataAnnotations;

namespace Lat.Detection;

/// <summary>
/// What can be chosen of the second stage's losses where every label is ground truth: there are no confidences to weigh by, so only the box loss.
/// The first stage's is <see cref="ProposalOptions.SmoothL1Beta"/>.
/// </summary>
public sealed record BoxLossOptions
{
    /// <summary>
    /// Below this difference of an offset the box loss is a parabola instead of a slope of 1. Default 0: L1 everywhere
    /// (Detectron2's ROI_BOX_HEAD.SMOOTH_L1_BETA); torchvision: 1/9.
    /// </summary>
    [Range(0.0, 1e3)]
    public double SmoothL1Beta { get; init; }
}
