namespace Lat.Experiments.Tests;

public sealed record SampleStep(string Name, int Count = 1);
