namespace Lat.Reports;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Tone">The name of its colour: a method, or a number from 0.</param>
/// <param name="X">Where, rising.</param>
/// <param name="Y">How much; null where it is not known.</param>
internal sealed record ChartSeries(string Name, string Tone, IReadOnlyList<double> X, IReadOnlyList<double?> Y)
{
    /// <summary>Drawn as dots, not as a line. Default false.</summary>
    public bool IsDots { get; init; }

    /// <summary>The value at the x that is nearest.</summary>
    public double? At(double x) => X.Count == 0 ? null : Y[Enumerable.Range(0, X.Count).MinBy(index => Math.Abs(X[index] - x))];
}
