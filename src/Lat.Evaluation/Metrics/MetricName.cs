namespace Lat.Evaluation;

/// <summary>
/// The name of anything that is measured: one of the 12 numbers (`ap50`), one of a class (`ap50/car`), a kind of error (`tide/localization`),
/// a calibration error (`calibration/expected`), or the share of confused objects (`confusion/wrong-class`).
/// </summary>
public readonly record struct MetricName
{
    private readonly string? _value;

    /// <exception cref="ArgumentException">Nothing of that name is measured.</exception>
    public MetricName(string value) => _value = MetricNames.Normalize(value)
        ?? throw new ArgumentException($"Not a metric: '{value}'. {ValidValues}");

    /// <summary>What a name may be, for error messages.</summary>
    public static string ValidValues =>
        $"A metric is one of {string.Join(", ", MetricNames.Numbers)}; one of {string.Join(", ", MetricNames.OfClass)} with a class, as in ap50/car; "
        + $"or one of {string.Join(", ", MetricNames.Others)}.";

    public string Value => _value ?? throw new InvalidOperationException("default(MetricName) is no metric.");

    /// <summary>Whether more of it is better: so it is with precision and recall, not with errors.</summary>
    public bool IsHigherBetter => !MetricNames.Others.AsSpan().Contains(Value);

    /// <summary>The one of the 12 numbers that it is, or that it is of a class; null for all else.</summary>
    public EvaluationMetric? Number => MetricNames.NumberOf(Value.Split('/')[0]);

    /// <summary>The class that it is of; null where it is of all classes.</summary>
    public ClassName? OfClass => Number is not null && Value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? new ClassName(Value[(slash + 1)..]) : null;

    public static bool IsValid(string? value) => value is not null && MetricNames.Normalize(value) is not null;

    /// <summary>The name of one of the 12 numbers.</summary>
    public static MetricName FromEvaluationMetric(EvaluationMetric metric) => new(MetricNames.Numbers[(int)metric]);

    public static implicit operator MetricName(EvaluationMetric metric) => FromEvaluationMetric(metric);

    /// <summary>As tables head it: AP50, AP50 of car, localization errors.</summary>
    public string ToLabel() => Number is not { } number ? MetricNames.LabelOf(Value)
        : OfClass is { } name ? $"{number.ToLabel()} of {name}"
        : number.ToLabel();

    public override string ToString() => Value;
}
