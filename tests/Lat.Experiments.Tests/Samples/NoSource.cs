namespace Lat.Experiments.Tests;

public sealed record NoSource : SampleSource;
