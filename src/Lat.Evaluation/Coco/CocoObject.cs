namespace Lat.Evaluation;

/// <summary>One object of the ground truth, its box as COCO writes it. The official arithmetic starts from these very numbers.</summary>
/// <param name="Image">The image's position in the evaluation's order of images.</param>
/// <param name="Class">The class's index in the label space.</param>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Area">The annotation's own area in square pixels; decides the area range.</param>
public readonly record struct CocoObject(int Image, int Class, double X, double Y, double Width, double Height, double Area)
{
    /// <summary>COCO `iscrowd`: may be matched by many detections, none of which counts.</summary>
    public bool IsCrowd { get; init; }

    /// <summary>COCO `ignore`; read only where <see cref="CocoEvaluationOptions.HonorsIgnored"/> says so.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>
    /// Whether the annotation's id is 0, which the official tool takes for "no match": its detection is wrong although it found it. Default
    /// false, as for every object that comes from no file.
    /// </summary>
    public bool HasIdZero { get; init; }
}
