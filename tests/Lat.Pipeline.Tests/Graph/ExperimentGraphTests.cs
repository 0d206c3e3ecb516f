namespace Lat.Pipeline.Tests;

public sealed class ExperimentGraphTests
{
    private static List<string> Names(ExperimentGraph graph, string prefix) =>
        [.. graph.Nodes.Nodes.Select(node => node.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryStageOfThreeDatasetsAndOneTargetHasItsPlace()
    {
        var kinds = Some.Graph("lat.model.proposals.ownSpace=ground-truth").Nodes.Nodes.GroupBy(node => node.Kind).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(6, kinds["import"]);
        Assert.Equal(3 + 1, kinds["detector"]); // the baseline's downstream detector is one
        Assert.Equal(3 * 2, kinds["pseudo-labels"]);
        Assert.Equal((1, 3, 1), (kinds["extractor"], kinds["features"], kinds["lat-model"]));
        Assert.Equal((4, 4, 4), (kinds["transfer"], kinds["audit"], kinds["alignment"]));
        Assert.Equal(2, kinds["downstream"]);
        Assert.Equal(3 + 3, kinds["evaluate"]);
        Assert.Equal(3, kinds["statistics"]);
    }

    [Fact]
    public void StagesAreNamedForPeople()
    {
        var graph = Some.Graph("lat.model.proposals.ownSpace=ground-truth", "datasets={mid: {kind: streets, space: mid}, fine: {kind: streets, space: fine}}");
        Assert.Equal(
            [
                "alignment/lat/fine-to-mid/seed-1", "alignment/pseudo-label/fine-to-mid/seed-1",
                "audit/lat/fine-to-mid/seed-1", "audit/pseudo-label/fine-to-mid/seed-1",
                "detector/fine/seed-1", "detector/mid/seed-1",
                "downstream/baseline/mid/seed-1", "downstream/lat/mid/seed-1", "downstream/pseudo-label/mid/seed-1",
                "evaluate/baseline/mid/seed-1", "evaluate/detector/fine/seed-1", "evaluate/detector/mid/seed-1", "evaluate/lat/mid/seed-1", "evaluate/pseudo-label/mid/seed-1",
                "extractor/seed-1",
                "features/fine/seed-1", "features/mid/seed-1",
                "import/fine/train", "import/fine/validation", "import/mid/train", "import/mid/validation",
                "lat-model/seed-1",
                "pseudo-labels/fine-on-mid/seed-1", "pseudo-labels/mid-on-fine/seed-1",
                "report",
                "statistics/baseline/mid", "statistics/lat/mid", "statistics/pseudo-label/mid",
                "transfer/lat/fine-to-mid/seed-1", "transfer/pseudo-label/fine-to-mid/seed-1",
            ],
            Names(graph, ""));
    }

    [Theory]
    [InlineData("ground-truth", 6)]
    [InlineData("pseudo-labels", 9)]
    [InlineData("ground-truth-and-pseudo-labels", 9)]
    public void OwnSpacePredictionsAreMadeOnlyWhereTheModelIsShownThem(string ownSpace, int sets)
    {
        var graph = Some.Graph($"lat.model.proposals.ownSpace={ownSpace}");
        Assert.Equal(sets, Names(graph, "pseudo-labels/").Count);
        Assert.Equal(sets, graph.Nodes["lat-model/seed-1"].Inputs.Count(input => input.Name.StartsWith("pseudo-labels/", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutLatThereIsNoExtractorAndNoOwnSpace()
    {
        var graph = Some.Graph("methods=[baseline, pseudo-label]");
        Assert.Empty(Names(graph, "extractor").Concat(Names(graph, "features")).Concat(Names(graph, "lat-model")));
        Assert.Equal(6, Names(graph, "pseudo-labels/").Count);
    }

    [Fact]
    public void EverySeedHasItsOwnStagesAndAllShareTheData()
    {
        var (one, three) = (Some.Graph(), Some.Graph("seeds=[1, 2, 3]"));
        Assert.Equal(Names(one, "import/"), Names(three, "import/"));
        Assert.Equal(3 * (one.Nodes.Nodes.Count - 10), three.Nodes.Nodes.Count - 10); // six imports, one report, and what the seeds of three rows say together
    }

    [Fact]
    public void EveryTargetSharesOneLatModel()
    {
        var graph = Some.Graph("targets=[mid, fine, coarse]");
        Assert.Single(Names(graph, "lat-model/"));
        Assert.Equal(3 * 2, Names(graph, "transfer/lat/").Count);
        Assert.Equal(3 * 3, Names(graph, "downstream/").Count);
    }

    [Fact]
    public void TheOracleTrainsOnTheTruthAndIsNotAudited()
    {
        var graph = Some.Graph("methods=[oracle]");
        Assert.Empty(Names(graph, "audit/").Concat(Names(graph, "transfer/")));
        var labels = graph.Nodes["downstream/oracle/mid/seed-1"].Inputs.Where(input => input.Name.StartsWith("labels/", StringComparison.Ordinal));
        Assert.All(labels, label => Assert.Equal("truth-mid.bin", label.Output));
    }

    [Theory]
    [InlineData(PipelineGoal.Import, 6)]
    [InlineData(PipelineGoal.Detectors, 6 + 3 + 3)]
    [InlineData(PipelineGoal.LatModel, 3 + 3 + 9 + 1 + 3 + 1)]
    [InlineData(PipelineGoal.Transfer, 3 + 3 + 9 + 1 + 3 + 1 + 4 + 4 + 4)]
    [InlineData(PipelineGoal.Benchmark, 6 + 4 + 9 + 1 + 3 + 1 + 4 + 4 + 4 + 2 + 6 + 3 + 1)]
    public void AGoalNeedsItsStagesAndWhatTheyReadAlone(PipelineGoal goal, int stages) => Assert.Equal(stages, Some.Graph().Select(goal).Nodes.Count);

    [Fact]
    public void OnlyStagesThatComputeWithTensorsDependOnTheMachinesArithmetic() => Assert.Equal(
        ["alignment", "audit", "import", "report", "statistics"],
        Some.Graph().Nodes.Nodes.Where(node => node.Numerics.Count == 0 && node.Name.Contains("pseudo-label/", StringComparison.Ordinal) is false).Select(node => node.Kind).Distinct().Order(StringComparer.Ordinal));
}
