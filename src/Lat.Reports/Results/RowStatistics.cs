namespace Lat.Reports;

/// <summary>What the seeds of one row say together of one target.</summary>
/// <param name="Method">The row, as the tables name it.</param>
/// <param name="Target">The dataset whose validation images were measured on.</param>
/// <param name="Measured">Means, intervals, and differences to the baseline.</param>
public sealed record RowStatistics(string Method, DatasetName Target, MethodStatistics Measured);
