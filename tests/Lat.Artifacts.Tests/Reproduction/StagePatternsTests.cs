using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class StagePatternsTests
{
    private static readonly StageGraph _graph = Some.Graph(
        Some.Node("import/mid/train"), Some.Node("import/mid/validation"), Some.Node("detector/mid/seed-1", "import/mid/train"), Some.Node("detector/mid/seed-11"));

    [Theory]
    [InlineData("detector/mid/seed-1", 1)]
    [InlineData("import/*", 2)]
    [InlineData("*", 4)]
    [InlineData("*/mid/*", 4)]
    [InlineData("*/seed-1", 1)]
    [InlineData("*/seed-1*", 2)]
    [InlineData("import/*/train", 1)]
    [InlineData("**train", 1)]
    public void AStarStandsForAnything(string pattern, int count) => Assert.Equal(count, StagePatterns.Choose(_graph, [pattern]).Count);

    [Fact]
    public void NoPatternChoosesEverythingAndTwoChooseEachStageOnce()
    {
        Assert.Equal(_graph.Nodes, StagePatterns.Choose(_graph, []));
        Assert.Equal(2, StagePatterns.Choose(_graph, ["import/*", "import/mid/train"]).Count);
    }

    [Fact]
    public void PatternsThatFitNothingAreNamedWithWhatThereIs() => Assert.Equal(
        "'quickstart' has no stage 'detektor/*', 'import/mid'; '*' stands for anything. " +
        "It has: import/mid/train, import/mid/validation, detector/mid/seed-1, detector/mid/seed-11.",
        Assert.Throws<LatException>(() => StagePatterns.Choose(_graph, ["detektor/*", "import/*", "import/mid"])).Message);
}
