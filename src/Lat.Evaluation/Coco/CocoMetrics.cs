namespace Lat.Evaluation;

/// <summary>
/// The 12 official numbers, in [0, 1], and those of each class. NaN stands for a number that no object was there to measure.
/// </summary>
public sealed record CocoMetrics
{
    /// <inheritdoc cref="EvaluationMetric.Ap"/>
    public required double Ap { get; init; }

    /// <inheritdoc cref="EvaluationMetric.Ap50"/>
    public required double Ap50 { get; init; }

    /// <inheritdoc cref="EvaluationMetric.Ap75"/>
    public required double Ap75 { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ApSmall"/>
    public required double ApSmall { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ApMedium"/>
    public required double ApMedium { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ApLarge"/>
    public required double ApLarge { get; init; }

    /// <inheritdoc cref="EvaluationMetric.Ar1"/>
    public required double Ar1 { get; init; }

    /// <inheritdoc cref="EvaluationMetric.Ar10"/>
    public required double Ar10 { get; init; }

    /// <inheritdoc cref="EvaluationMetric.Ar100"/>
    public required double Ar100 { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ArSmall"/>
    public required double ArSmall { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ArMedium"/>
    public required double ArMedium { get; init; }

    /// <inheritdoc cref="EvaluationMetric.ArLarge"/>
    public required double ArLarge { get; init; }

    /// <summary>Each class of the label space, in its order.</summary>
    public required EquatableArray<CocoClassMetrics> PerClass { get; init; }

    /// <summary>One of the 12 numbers; NaN where absent.</summary>
    public double this[EvaluationMetric metric] => metric switch
    {
        EvaluationMetric.Ap => Ap,
        EvaluationMetric.Ap50 => Ap50,
        EvaluationMetric.Ap75 => Ap75,
        EvaluationMetric.ApSmall => ApSmall,
        EvaluationMetric.ApMedium => ApMedium,
        EvaluationMetric.ApLarge => ApLarge,
        EvaluationMetric.Ar1 => Ar1,
        EvaluationMetric.Ar10 => Ar10,
        EvaluationMetric.Ar100 => Ar100,
        EvaluationMetric.ArSmall => ArSmall,
        EvaluationMetric.ArMedium => ArMedium,
        EvaluationMetric.ArLarge => ArLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Not a metric."),
    };
}
