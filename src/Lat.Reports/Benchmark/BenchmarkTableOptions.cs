namespace Lat.Reports;

/// <summary>Which rows of a benchmark table play a part of their own.</summary>
public sealed record BenchmarkTableOptions
{
    /// <summary>The method whose difference the others show. Default `baseline`.</summary>
    public string Baseline { get; init; } = "baseline";

    /// <summary>The method that is a ceiling and no rival, never shown as the best. Default `oracle`: trained on the true labels.</summary>
    public string Ceiling { get; init; } = "oracle";
}
