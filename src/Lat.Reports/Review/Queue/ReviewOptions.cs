using System.ComponentModel.DataAnnotations;

namespace Lat.Reports;

/// <summary>What is worth a human look.</summary>
public sealed record ReviewOptions
{
    /// <summary>Labels from this confidence on are trained on, and shown as labels; those below are shown as hints. Default 0.5, as `downstream.labelThreshold`.</summary>
    [Range(0.0, 1.0)]
    public double LabelThreshold { get; init; } = 0.5;

    /// <summary>Labels below this confidence and below the threshold are not shown. Default 0.2: below it there are more boxes than a person looks at.</summary>
    [Range(0.0, 1.0)]
    public double LeastConfidence { get; init; } = 0.2;

    /// <summary>The IoU from which two boxes are about the same object. Default 0.5, as in the audit.</summary>
    [Range(0.0, 1.0)]
    public double IouThreshold { get; init; } = 0.5;

    /// <summary>The most boxes in the queue; the images that hold them are handed out whole. Default 200.</summary>
    [Range(1, 1_000_000)]
    public int Boxes { get; init; } = 200;

    /// <summary>What is trained on is shown, however low its confidence.</summary>
    internal double LeastShown => Math.Min(LeastConfidence, LabelThreshold);
}
