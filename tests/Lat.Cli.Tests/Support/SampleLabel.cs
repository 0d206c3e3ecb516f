namespace Lat.Cli.Tests;

/// <summary>One box of a <see cref="SampleDataset"/>.</summary>
internal sealed record SampleLabel(string Image, string Class, Box Box);
