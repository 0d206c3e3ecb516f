using Lat.Core;

namespace Lat.Datasets;

/// <summary>How the origin of an annotation is spelled in a COCO file.</summary>
internal static class CocoOrigin
{
    private static readonly Dictionary<AnnotationOrigin, string> Texts = new()
    {
        [AnnotationOrigin.GroundTruth] = "ground-truth",
        [AnnotationOrigin.PseudoLabel] = "pseudo-label",
        [AnnotationOrigin.Transferred] = "transferred",
        [AnnotationOrigin.Reviewed] = "reviewed",
    };

    public static string ToText(AnnotationOrigin origin) => Texts[origin];

    /// <summary>Whatever another program wrote there counts as its own ground truth.</summary>
    public static AnnotationOrigin Parse(string? text) => Texts.FirstOrDefault(pair => pair.Value == text).Key;
}
