using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The whole architecture of a detector. The defaults are those of the small backbone on images of about 256x192;
/// <see cref="ResNet50Fpn"/> holds the field's own numbers (Detectron2 `Base-RCNN-FPN`; where torchvision's differ: docs/detector.md).
/// </summary>
public sealed record DetectorOptions : IValidated
{
    /// <summary>The finest level that a pyramid can have: p2, stride 4.</summary>
    public const int LowestLevel = 2;

    /// <summary>The coarsest level, pooled from p5: p6, stride 64.</summary>
    public const int PooledLevel = 6;

    /// <summary>The network below the pyramid. Default <see cref="BackboneKind.Small"/>.</summary>
    public BackboneKind Backbone { get; init; } = BackboneKind.Small;

    /// <summary>Channels of the small backbone's first convolution (stride 2). Ignored by ResNets. Default 16: the libraries' fastest width.</summary>
    [Range(1, 4096)]
    public int StemChannels { get; init; } = 16;

    /// <summary>Channels of the small backbone's four stages (strides 4, 8, 16, 32). Ignored by ResNets. Default 32, 64, 128, 128.</summary>
    [Length(4, 4)]
    [Range(1, 4096)]
    public EquatableArray<int> StageChannels { get; init; } = [32, 64, 128, 128];

    /// <summary>Residual blocks in each of the small backbone's stages. Ignored by ResNets. Default one each.</summary>
    [Length(4, 4)]
    [Range(1, 64)]
    public EquatableArray<int> StageBlocks { get; init; } = [1, 1, 1, 1];

    /// <summary>
    /// Parts of the backbone that are not trained, counted from the stem: 0 none, 1 the stem, 2 the stem and the first stage, to 5.
    /// Default 0 (trained from scratch); Detectron2's FREEZE_AT is 2 with pretrained weights.
    /// </summary>
    [Range(0, 5)]
    public int FrozenStages { get; init; }

    /// <summary>
    /// Whether the backbone's batch norms are constants, as published weights need. Default false; torchvision's and Detectron2's R50-FPN: true.
    /// </summary>
    public bool FrozenBatchNorm { get; init; }

    /// <summary>
    /// Added to a batch norm's variance before its root. Default 1e-5 (PyTorch, Detectron2); torchvision's published detectors of 2019
    /// (`COCO_V1`) were trained with 0 and need it.
    /// </summary>
    [Range(0.0, 1.0)]
    public double BatchNormEpsilon { get; init; } = 1e-5;

    /// <summary>
    /// Channels of every pyramid level. Default 48: on Streets as good as 64 and a third faster, with 5 bins; R50-FPN has 256 (Lin et al., 2017).
    /// </summary>
    [Range(1, 4096)]
    public int FeatureChannels { get; init; } = 48;

    /// <summary>
    /// The pyramid's finest level, of stride 2 to its power. Default 2, p2 (Lin et al., 2017). From 3 on a step takes about half the time, and
    /// objects below about 12 pixels suffer.
    /// </summary>
    [Range(LowestLevel, 4)]
    public int FinestLevel { get; init; } = LowestLevel;

    /// <summary>The reference boxes of the proposal network.</summary>
    public AnchorOptions Anchors { get; init; } = new();

    /// <summary>The proposal network.</summary>
    public ProposalOptions Proposals { get; init; } = new();

    /// <summary>The second stage.</summary>
    public RegionOptions Regions { get; init; } = new();

    /// <summary>Mean of red, green and blue, 0 to 255. Default ImageNet's (0.485, 0.456, 0.406) as in torchvision.</summary>
    [Length(3, 3)]
    public EquatableArray<double> PixelMean { get; init; } = [123.675, 116.28, 103.53];

    /// <summary>Standard deviation of red, green and blue, 0 to 255. Default ImageNet's (0.229, 0.224, 0.225) as in torchvision.</summary>
    [Length(3, 3)]
    [Range(1e-6, 1e6)]
    public EquatableArray<double> PixelDeviation { get; init; } = [58.395, 57.12, 57.375];

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (Anchors.Sizes.Count != PooledLevel - FinestLevel + 1)
        {
            yield return new SpecProblem(
                $"{nameof(Anchors)}.{nameof(AnchorOptions.Sizes)}",
                FormattableString.Invariant($"has {Anchors.Sizes.Count} sizes; expected one for each level from 'finestLevel' ({FinestLevel}) to {PooledLevel}"));
        }
    }

    /// <summary>Faster R-CNN R50-FPN with torchvision's network and Detectron2's numbers, for images of about 800x1333.</summary>
    public static DetectorOptions ResNet50Fpn { get; } = new()
    {
        Backbone = BackboneKind.ResNet50,
        FrozenStages = 2,
        FrozenBatchNorm = true,
        FeatureChannels = 256,
        Anchors = new AnchorOptions { Sizes = [32, 64, 128, 256, 512] },
        Proposals = new ProposalOptions
        {
            BatchPerImage = 256,
            TrainingPreNms = 2000,
            TrainingPostNms = 1000,
            PredictionPreNms = 1000,
            PredictionPostNms = 1000,
        },
        Regions = new RegionOptions { OutputSize = 7, CanonicalBoxSize = 224, BatchPerImage = 512, HeadWidth = 1024 },
    };
}
