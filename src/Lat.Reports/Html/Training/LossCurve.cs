namespace Lat.Reports;

/// <summary>One loss over a training.</summary>
/// <param name="Name">The loss (`class`, `box`).</param>
/// <param name="Values">[N] its means since the note before; NaN where it was not noted.</param>
public sealed record LossCurve(string Name, EquatableArray<double> Values);
