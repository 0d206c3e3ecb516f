namespace Lat.Evaluation;

/// <summary>Which boxes of two sets are taken for the same object.</summary>
public sealed record ConfusionOptions
{
    /// <summary>The least IoU of two boxes of one object. Default 0.5, that of AP50.</summary>
    public double Iou { get; init; } = 0.5;

    /// <summary>The least score of a detection that is looked at. Default 0.3: below it detectors list guesses by the hundred. Our choice.</summary>
    public double MinimumScore { get; init; } = 0.3;
}
