namespace Lat.Reports;

/// <summary>One fact about what the experiment ran on (`libtorch` is `1.13.1`).</summary>
public sealed record EnvironmentFact(string Name, string Value);
