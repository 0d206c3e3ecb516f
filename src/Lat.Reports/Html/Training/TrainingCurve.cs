namespace Lat.Reports;

/// <summary>How the losses of one training fell.</summary>
/// <param name="Stage">The stage that trained (`detector/mid/seed-1`).</param>
/// <param name="Iterations">[N] where the losses were noted, rising.</param>
/// <param name="Losses">The losses by name.</param>
public sealed record TrainingCurve(string Stage, EquatableArray<int> Iterations, EquatableArray<LossCurve> Losses);
