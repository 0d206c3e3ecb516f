namespace Lat.Evaluation;

/// <summary>What was reached when the baseline was set.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Target">The dataset that it was measured on.</param>
/// <param name="Method">The method.</param>
/// <param name="Points">The mean over seeds, times 100.</param>
/// <param name="Interval">Its 95 % interval in points; null ends where it was not known.</param>
/// <param name="Seeds">The seeds of the runs.</param>
/// <param name="Annotations">The content of the annotations that it was measured on; null where not known.</param>
public sealed record BaselineEntry(
    MetricName Metric, DatasetName Target, string Method, double Points, Interval Interval, EquatableArray<Seed> Seeds, ContentHash? Annotations);
