using System.ComponentModel.DataAnnotations;

namespace Lat.Experiments.Tests;

public sealed record CocoSource : SampleSource
{
    [RegularExpression(@"^[a-z/]+\.json$")]
    public required string File { get; init; }
}
