using System.ComponentModel.DataAnnotations;

namespace Lat.Experiments.Tests;

public sealed record StreetsSource : SampleSource
{
    [Range(1, 100000)]
    public required int Count { get; init; }

    public string Look { get; init; } = "day";
}
