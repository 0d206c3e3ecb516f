namespace Lat.Evaluation;

/// <summary>How labels are held against the truth.</summary>
public sealed record TransferAuditOptions
{
    /// <summary>From which IoU a label finds a true object, in (0, 1]. Default 0.5, as AP50 (the paper's tables 1 to 5).</summary>
    public double IouThreshold { get; init; } = 0.5;

    /// <summary>
    /// From which confidence a label is sure enough to be trained on, in [0, 1]; conversions are judged by such labels alone. Default 0.5,
    /// as <c>downstream.labelThreshold</c>.
    /// </summary>
    public double SureConfidence { get; init; } = 0.5;
}
