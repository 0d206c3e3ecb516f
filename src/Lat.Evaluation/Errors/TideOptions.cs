namespace Lat.Evaluation;

/// <summary>The thresholds of TIDE's error analysis.</summary>
public sealed record TideOptions
{
    /// <summary>The least IoU of a well placed box. Default 0.5 (Bolya et al. 2020, section 2.2).</summary>
    public double ForegroundIou { get; init; } = 0.5;

    /// <summary>The highest IoU at which a box lies on nothing. Default 0.1 (Bolya et al. 2020, section 2.2).</summary>
    public double BackgroundIou { get; init; } = 0.1;

    /// <summary>The most detections per image and class, best first. Default 100, as COCO's.</summary>
    public int MaxDetections { get; init; } = 100;

    /// <summary>Whether ignored objects are left out. Default false, as officially.</summary>
    public bool HonorsIgnored { get; init; }
}
