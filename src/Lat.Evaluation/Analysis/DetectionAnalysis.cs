namespace Lat.Evaluation;

/// <summary>All that is measured of detections beside the 12 numbers; the content of `analysis.json`.</summary>
public sealed record DetectionAnalysis
{
    /// <summary>The 12 numbers with their intervals over images; empty where none were drawn.</summary>
    public required EquatableArray<MetricInterval> Intervals { get; init; }

    /// <summary>Each class by IoU and by size.</summary>
    public required EquatableArray<ClassAnalysis> PerClass { get; init; }

    /// <summary>Where AP is lost.</summary>
    public required TideResult Tide { get; init; }

    /// <summary>How far scores are from what they promise.</summary>
    public required CalibrationResult Calibration { get; init; }

    /// <summary>Which class is taken for which.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>The precision-recall curve of each class at IoU .50 and .75.</summary>
    public required EquatableArray<ClassCurve> Curves { get; init; }
}
