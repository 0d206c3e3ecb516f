namespace Lat.Datasets;

/// <summary>One label file of ACDC.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Split">The split that its name gives.</param>
/// <param name="Condition">The condition that its name gives; null for the file of all.</param>
internal sealed record AcdcFile(string Path, string Split, string? Condition);
