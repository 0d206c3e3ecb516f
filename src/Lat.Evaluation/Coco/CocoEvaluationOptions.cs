namespace Lat.Evaluation;

/// <summary>What may differ from the official definition of COCO average precision. The defaults are the official ones.</summary>
public sealed record CocoEvaluationOptions
{
    /// <summary>
    /// The three limits on detections per image and class, best scores first, ascending; the summary's average recalls use each, everything
    /// else the last. Unit: detections. Default 1, 10, 100 (pycocotools `Params.maxDets`).
    /// </summary>
    public EquatableArray<int> MaxDetections { get; init; } = [1, 10, 100];

    /// <summary>
    /// Whether an annotation that is marked as ignored (and is no crowd) is left out: neither to be found nor to be missed. Default false:
    /// pycocotools reads the `ignore` key and then overwrites it with `iscrowd`, so officially such an object counts like any other.
    /// </summary>
    public bool HonorsIgnored { get; init; }

    /// <exception cref="LatException">The limits are not three ascending positive numbers.</exception>
    internal void Validate()
    {
        var limits = MaxDetections;
        if (limits.Count != 3 || limits[0] < 1 || limits[1] < limits[0] || limits[2] < limits[1])
        {
            throw new LatException(
                $"The limits on detections per image are {limits}; they must be three ascending numbers from 1, such as [1, 10, 100].");
        }
    }
}
