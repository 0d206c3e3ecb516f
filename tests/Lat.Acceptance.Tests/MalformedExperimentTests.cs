using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>Every mistake in an experiment is refused with its place and what would be right, before anything is written.</summary>
public sealed class MalformedExperimentTests
{
    private const string Valid = """
        version: 1
        description: A question.
        datasets:
          fine: { kind: streets, space: fine }
          mid: { kind: streets, space: mid }
        targets: [mid]
        detector:
          training:
            iterations: 10
            baseLearningRate: 0.02
        lat:
          model:
            fusion: { mode: class-aware, threshold: 1/N }
        gates:
          - { metric: ap50, target: mid, method: lat, minimum: 10 }
        """;

    public static TheoryData<string, string, string> Mistakes => new()
    {
        // what is replaced, by what, and what the message must hold: place and remedy
        { "version: 1", "version: 9", "line 1, column 10" },
        { "version: 1\n", "", "version" },
        { "description: A question.\n", "", "description" },
        { "description:", "descripton:", "did you mean 'description'" },
        { "datasets:", "dataset:", "did you mean 'datasets'" },
        { "kind: streets, space: fine", "kind: street, space: fine", "line 4, column 17" },
        { "kind: streets, space: fine", "space: fine", "kind" },
        { "kind: streets, space: fine", "kind: streets", "space" },
        { "space: fine", "space: finer", "line 4, column 33" },
        { "space: fine }", "space: fine, train: 0 }", "train" },
        { "space: fine }", "space: fine, train: many }", "train" },
        { "space: fine }", "space: fine, train: 1.5 }", "train" },
        { "space: fine }", "space: fine, size: 256 }", "size" },
        { "space: fine }", "space: fine, lables: 3 }", "lables" },
        { "  fine: {", "  Fine: {", "is not a dataset name" },
        { "targets: [mid]", "targets: [middle]", "expected one of the datasets: fine, mid" },
        { "targets: [mid]", "targets: []", "line 6, column 10" },
        { "targets: [mid]", "targets: mid", "line 6, column 10" },
        { "targets: [mid]", "targets: [mid, mid]", "twice" },
        { "targets: [mid]", "targets: [mid]\nmethods: [baseline, latt]", "did you mean 'lat'" },
        { "targets: [mid]", "targets: [mid]\nseeds: [1, 1]", "twice" },
        { "targets: [mid]", "targets: [mid]\ntargets: [fine]", "line 7, column 1" },
        { "iterations: 10", "iterations: ten", "line 9, column 17" },
        { "iterations: 10", "iterations: 0", "line 9, column 17" },
        { "iterations: 10", "iteratoins: 10", "did you mean 'iterations'" },
        { "iterations: 10", "iterations: 0x10", "line 9, column 17" },
        { "iterations: 10", "iterations:", "iterations" },
        { "baseLearningRate: 0.02", "baseLearningRate: .nan", "line 10, column 23" },
        { "baseLearningRate: 0.02", "baseLearningRate: -1", "line 10, column 23" },
        { "baseLearningRate: 0.02", "baseLearningRate: 0.02\n   optimizer: sgd", "line 11" },
        { "mode: class-aware", "mode: class-awair", "did you mean 'class-aware'" },
        { "threshold: 1/N", "threshold: 1/M", "1/sqrt(N), 1/N or a number" },
        { "metric: ap50", "metric: ap5O", "line 15" },
        { "target: mid, method", "target: fine, method", "expected one of the targets: mid" },
        { "method: lat", "method: oracle", "expected one of baseline, pseudo-label, lat" },
        { "minimum: 10", "minimum: '10'", "line 15" },
        { "version: 1", "version: 1\nextends: nowhere", "nowhere" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsRefusedWithItsPlaceAndNothingIsWritten(string replaced, string by, string expected)
    {
        Assert.Contains(replaced, Valid);
        using var workshop = new Workshop(Valid.Replace(replaced, by, StringComparison.Ordinal));
        var fault = Assert.ThrowsAny<LatException>(() => workshop.Run(PipelineGoal.Benchmark));
        Assert.Contains(expected, fault.Message);
        Assert.Matches(@"line \d+, column \d+", fault.Message);
        Assert.Contains("Nothing was run.", fault.Message);
        Assert.Equal(["experiments"], Directory.EnumerateFileSystemEntries(workshop.Root).Select(path => Path.GetFileName(path)!));
    }

    [Fact]
    public void TheValidOneIsValid()
    {
        using var workshop = new Workshop(Valid);
        Assert.Equal(0, workshop.Run(PipelineGoal.Plan));
    }
}
