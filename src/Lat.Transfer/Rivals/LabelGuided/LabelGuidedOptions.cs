using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The rival `lgpl`, Label-Guided Pseudo-Labelling (Liao et al., ICLR 2024): a head learns on the target's images, from boxes as the source's
/// detector draws them and a class given with each, whether the target keeps the box and where it draws it; then the source's own boxes and
/// classes are put through it. It knows only classes that both spaces name alike. Its code is not public; docs/method.md says what was decided.
/// </summary>
public sealed record LabelGuidedOptions
{
    /// <summary>The width of a region's features and of the fully connected layers. Default 256, as `lat.model.headWidth`.</summary>
    [Range(8, 8192)]
    public int HeadWidth { get; init; } = 256;

    /// <summary>Bins per side of RoIAlign. Default 7 (Detectron2).</summary>
    [Range(1, 28)]
    public int OutputSize { get; init; } = 7;

    /// <summary>Samples per side of a bin. Default 2.</summary>
    [Range(1, 8)]
    public int SamplingRatio { get; init; } = 2;

    /// <summary>The side in pixels of the box that is pooled from the level of stride 16. Default 112, as `lat.model.canonicalBoxSize`.</summary>
    [Range(8.0, 1024.0)]
    public double CanonicalBoxSize { get; init; } = 112;

    /// <summary>The IoU from which a box stands for an annotation of the target. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double MatchIou { get; init; } = 0.5;

    /// <summary>The weights of dx, dy, dw, dh in the box regression. Default 10, 10, 5, 5 (Detectron2).</summary>
    [Length(4, 4)]
    public EquatableArray<double> BoxWeights { get; init; } = [10, 10, 5, 5];

    /// <summary>The least score of a source-like box in training. Default 0.05: as many as the detector keeps.</summary>
    [Range(0.0, 1.0)]
    public double ProposalThreshold { get; init; } = 0.05;

    /// <summary>
    /// The share of boxes on an annotation that are given its class in training; the others are given one at random. Default 0: always at random
    /// (Liao et al.).
    /// </summary>
    [Range(0.0, 1.0)]
    public double TrueClassProbability { get; init; }

    /// <summary>The least score from which a source box is kept. The paper tunes one a class; so does <see cref="ClassThresholds"/>. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.5;

    /// <summary>Thresholds of single classes of the targets' spaces. Default none.</summary>
    public EquatableArray<ClassThreshold> ClassThresholds { get; init; } = [];

    /// <summary>The sizes, as the model they share them with names them.</summary>
    public LatModelOptions ToModelOptions() => new()
    {
        HeadWidth = HeadWidth,
        OutputSize = OutputSize,
        SamplingRatio = SamplingRatio,
        CanonicalBoxSize = CanonicalBoxSize,
        MatchIou = MatchIou,
        BoxWeights = BoxWeights,
        Fusion = new FusionOptions { Mode = FusionMode.None },
    };
}
