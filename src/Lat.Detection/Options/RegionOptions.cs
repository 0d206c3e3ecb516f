using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>The second stage: how regions are pooled, which ones it learns from, and which of its boxes are detections.</summary>
public sealed record RegionOptions
{
    /// <summary>Bins on each side of a pooled region. Default 5, for small images; Detectron2 and torchvision: 7.</summary>
    [Range(1, 64)]
    public int OutputSize { get; init; } = 5;

    /// <summary>
    /// Samples on each side of a bin; 0 for as many as there are pixels of the map, rounded up. Default 2 (torchvision);
    /// 0 in Detectron2 (ROI_BOX_HEAD.POOLER_SAMPLING_RATIO).
    /// </summary>
    [Range(0, 16)]
    public int SamplingRatio { get; init; } = 2;

    /// <summary>
    /// Whether regions are shifted by half a pixel, so that they lie where the pixels are. Default true (Detectron2's ROIAlignV2);
    /// torchvision's detectors use false.
    /// </summary>
    public bool Aligned { get; init; } = true;

    /// <summary>
    /// The side of a square region that is pooled from level p4; half of it goes to p3, and so on, pixels.
    /// Default 112 for images of about 256x192; 224 in Lin et al. (2017), equation 1.
    /// </summary>
    [Range(1.0, 1e5)]
    public double CanonicalBoxSize { get; init; } = 112;

    /// <summary>A region is an object from this IoU on, background below. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double MatchIou { get; init; } = 0.5;

    /// <summary>A background region of which at least this share lies in a crowd or an ignored box is not drawn, in [0, 1]. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double IgnoreOverlap { get; init; } = 0.5;

    /// <summary>
    /// Whether the targets' own boxes are among the regions to draw from, so that there are objects from the first iteration on.
    /// Default true (Detectron2's ROI_HEADS.PROPOSAL_APPEND_GT, torchvision).
    /// </summary>
    public bool AppendTargets { get; init; } = true;

    /// <summary>Regions drawn for the loss in each image. Default 64; Detectron2: 512.</summary>
    [Range(1, 100000)]
    public int BatchPerImage { get; init; } = 64;

    /// <summary>The largest share of objects among them. Default 0.25 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double PositiveFraction { get; init; } = 0.25;

    /// <summary>Weights of dx, dy, dw, dh in the box targets. Default 10, 10, 5, 5 (Detectron2, torchvision).</summary>
    [Length(4, 4)]
    [Range(1e-6, 1e6)]
    public EquatableArray<double> BoxWeights { get; init; } = [10, 10, 5, 5];

    /// <summary>
    /// Whether all classes share one box regressor, `bbox_pred` with 4 outputs. Default false: 4 for each class and background, as torchvision;
    /// Detectron2's ROI_BOX_HEAD.CLS_AGNOSTIC_BBOX_REG is false too. Label spaces whose box habits differ need their own.
    /// </summary>
    public bool ClassAgnosticBoxes { get; init; }

    /// <summary>Width of both hidden layers. Default 256; R50-FPN has 1024.</summary>
    [Range(1, 65536)]
    public int HeadWidth { get; init; } = 256;

    /// <summary>Detections with a lower score are dropped, in [0, 1]. Default 0.05 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.05;

    /// <summary>Of two detections of one class that overlap by more, the better one stays, IoU. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>Detections kept in each image. Default 100 (COCO).</summary>
    [Range(1, 100000)]
    public int DetectionsPerImage { get; init; } = 100;
}
