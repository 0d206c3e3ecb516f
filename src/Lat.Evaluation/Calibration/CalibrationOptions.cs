namespace Lat.Evaluation;

/// <summary>How scores are held against how often they are right.</summary>
public sealed record CalibrationOptions
{
    /// <summary>How many bins of equal width the scores 0 to 1 fall into. Default 15 (Guo et al. 2017, section 5).</summary>
    public int Bins { get; init; } = 15;

    /// <summary>The least IoU at which a detection is right. Default 0.5.</summary>
    public double Iou { get; init; } = 0.5;

    /// <summary>The most detections per image and class, best first. Default 100, as COCO's.</summary>
    public int MaxDetections { get; init; } = 100;

    /// <summary>Whether ignored objects are left out. Default false, as officially.</summary>
    public bool HonorsIgnored { get; init; }
}
