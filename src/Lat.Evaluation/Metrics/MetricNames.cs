namespace Lat.Evaluation;

/// <summary>Every name that a metric may have.</summary>
internal static class MetricNames
{
    /// <summary>The 12 numbers, in the order of <see cref="EvaluationMetric"/>.</summary>
    public static EquatableArray<string> Numbers { get; } =
        ["ap", "ap50", "ap75", "ap-small", "ap-medium", "ap-large", "ar1", "ar10", "ar100", "ar-small", "ar-medium", "ar-large"];

    /// <summary>Those of them that a class has, too.</summary>
    public static EquatableArray<string> OfClass { get; } = ["ap", "ap50", "ap75", "ap-small", "ap-medium", "ap-large", "ar100"];

    /// <summary>What is no number of COCO's: errors, of which less is better.</summary>
    public static EquatableArray<string> Others { get; } =
    [
        "tide/classification", "tide/localization", "tide/both", "tide/duplicate", "tide/background", "tide/missed", "tide/false-positive",
        "tide/false-negative", "calibration/expected", "calibration/maximum", "confusion/wrong-class",
    ];

    /// <summary>The one spelling of a name; null where nothing has it. The 12 numbers are read in camel case and with more hyphens, too.</summary>
    public static string? Normalize(string text)
    {
        if (Others.AsSpan().Contains(text))
        {
            return text;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var name = Numbers.FirstOrDefault(number => Bare(number) == Bare(slash < 0 ? text : text[..slash]));
        return slash < 0 || name is null ? name
            : OfClass.AsSpan().Contains(name) && ClassName.IsValid(text[(slash + 1)..]) ? $"{name}{text[slash..]}"
            : null;
    }

    public static EvaluationMetric? NumberOf(string name) => Numbers.AsSpan().IndexOf(name) is >= 0 and var index ? (EvaluationMetric)index : null;

    public static string LabelOf(string other) => other switch
    {
        "calibration/expected" => "calibration error",
        "calibration/maximum" => "largest calibration error",
        "confusion/wrong-class" => "objects of a wrong class",
        _ => $"AP lost to {other["tide/".Length..].Replace('-', ' ')} errors",
    };

    private static string Bare(string text) => text.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
