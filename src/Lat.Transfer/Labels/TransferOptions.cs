using System.ComponentModel.DataAnnotations;

namespace Lat.Transfer;

/// <summary>How the LAT model's predictions become labels (paper, section 3.2.2, inference).</summary>
public sealed record TransferOptions
{
    /// <summary>Predictions below this score are no labels. Default 0.05 (Detectron2's test threshold); downstream training has its own.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.05;

    /// <summary>Class-wise non-maximum suppression: the IoU above which the lesser box goes. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>The most labels of an image. Default 100 (Detectron2).</summary>
    [Range(1, 10000)]
    public int MaximumLabels { get; init; } = 100;

    /// <summary>
    /// Whether the target detector's own predictions join the transferred ones before non-maximum suppression: where that detector is the
    /// better judge, its evidence is kept. False reproduces the paper. Default true (docs/method.md).
    /// </summary>
    public bool JoinPseudoLabels { get; init; } = true;
}
