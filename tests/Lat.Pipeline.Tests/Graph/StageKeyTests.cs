namespace Lat.Pipeline.Tests;

/// <summary>Which change reruns which stages.</summary>
public sealed class StageKeyTests
{
    private const string Transfers = "transfer/lat/coarse-to-mid/seed-1 transfer/lat/fine-to-mid/seed-1";

    private const string Rivals = "transfer/pseudo-label/coarse-to-mid/seed-1 transfer/pseudo-label/fine-to-mid/seed-1";

    private const string OwnDetectors = "detector/coarse/seed-1 detector/fine/seed-1 detector/mid/seed-1";

    private const string Features = "features/coarse/seed-1 features/fine/seed-1 features/mid/seed-1";

    private const string Audits =
        "audit/lat/coarse-to-mid/seed-1 audit/lat/fine-to-mid/seed-1 audit/pseudo-label/coarse-to-mid/seed-1 audit/pseudo-label/fine-to-mid/seed-1";

    private const string Downstream = "downstream/lat/mid/seed-1 downstream/pseudo-label/mid/seed-1";

    [Theory]
    [InlineData("lat.transfer.scoreThreshold=0.1", $"{Transfers} {Rivals}")]
    [InlineData("lat.transfer.joinPseudoLabels=false", Transfers)]
    [InlineData("lat.transfer.contestedWeight=0.5", Transfers)]
    [InlineData("lat.training.iterations=7", "lat-model/seed-1")]
    [InlineData("lat.model.fusion.mode=plain", $"lat-model/seed-1 {Transfers}")]
    [InlineData("extractor.levels=2", Features)]
    [InlineData("extractor.objective=objectness", "extractor/seed-1")]
    [InlineData("extractor.training.iterations=7", "extractor/seed-1")]
    [InlineData("downstream.labelThreshold=0.9", $"{Audits} {Downstream} report")]
    [InlineData("published=[{target: mid, method: lat, value: 50}]", "report")]
    [InlineData("downstream.fineTuneIterations=7", Downstream)]
    [InlineData("downstream.training.iterations=7", $"downstream/baseline/mid/seed-1 {Downstream}")]
    [InlineData("datasets.mid.detector.training.iterations=7", "detector/mid/seed-1")]
    [InlineData("detector.training.iterations=7", $"{OwnDetectors} extractor/seed-1 downstream/baseline/mid/seed-1 {Downstream}")]
    [InlineData("datasets.fine.train=5", "import/fine/train")]
    [InlineData("datasets.fine.seed=5", "import/fine/train import/fine/validation")]
    [InlineData("description=Another question.", "")]
    [InlineData("gates=[{target: mid, method: lat, minimum: 90}]", "")]
    public void AFieldChangesTheStagesThatConsumeItAndNoOther(string change, string stages) => Assert.Equal(
        stages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        Some.ChangedThemselves(Some.Graph("detector.training.iterations=3"), Some.Graph("detector.training.iterations=3", change)).Order(StringComparer.Ordinal));

    [Fact]
    public void AThresholdOfThePseudoLabelsChangesEveryOneOfThem() => Assert.Equal(
        9, Some.ChangedThemselves(Some.Graph(), Some.Graph("pseudoLabels.scoreThreshold=0.2")).Count(name => name.StartsWith("pseudo-labels/", StringComparison.Ordinal)));

    [Fact]
    public void WhatAChangedStageFeedsIsChangedByItsInputs()
    {
        var (before, after) = (Some.Keys(Some.Graph().Nodes), Some.Keys(Some.Graph("lat.training.iterations=7").Nodes));
        Assert.Equal(
            [
                "alignment/lat/coarse-to-mid/seed-1", "alignment/lat/fine-to-mid/seed-1",
                "audit/lat/coarse-to-mid/seed-1", "audit/lat/fine-to-mid/seed-1", "downstream/lat/mid/seed-1", "evaluate/lat/mid/seed-1", "lat-model/seed-1",
                "report", "statistics/lat/mid",
                "transfer/lat/coarse-to-mid/seed-1", "transfer/lat/fine-to-mid/seed-1",
            ],
            before.Keys.Where(name => before[name] != after[name]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnotherSeedAddsItsStagesAndLeavesTheFirstOnes()
    {
        var (before, after) = (Some.Keys(Some.Graph().Nodes), Some.Keys(Some.Graph("seeds=[2, 1]").Nodes));
        Assert.All(before.Where(stage => stage.Key != ReportStage.NodeName && !stage.Key.StartsWith("statistics/", StringComparison.Ordinal)), stage => Assert.Equal(stage.Value, after[stage.Key]));
        Assert.All(after.Keys.Except(before.Keys), name => Assert.EndsWith("/seed-2", name, StringComparison.Ordinal));
    }

    [Fact]
    public void AnotherDatasetLeavesTheDetectorsAndTheirPredictionsOfTheOthers()
    {
        var (before, after) = (Some.Keys(Some.Graph().Nodes), Some.Keys(Some.Graph("datasets.night={kind: streets, space: mid, look: fine}").Nodes));
        foreach (var kind in new[] { "import/", "detector/", "evaluate/detector/", "pseudo-labels/", "downstream/baseline", "downstream/nothing" })
        {
            Assert.All(before.Where(stage => stage.Key.StartsWith(kind, StringComparison.Ordinal)), stage => Assert.Equal(stage.Value, after[stage.Key]));
        }

        Assert.NotEqual(before["lat-model/seed-1"], after["lat-model/seed-1"]);
    }

    [Fact]
    public void TheOrderOfTargetsMethodsAndDatasetsChangesNoKeyButThePages()
    {
        var before = Some.Keys(Some.Graph("targets=[mid, fine]", "methods=[baseline, lat]").Nodes);
        var after = Some.Keys(Some.Graph("targets=[fine, mid]", "methods=[lat, baseline]").Nodes);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["report"], before.Keys.Where(stage => before[stage] != after[stage])); // its tables follow the order of the lists
    }

    [Fact]
    public void TheBaselineIsTheDatasetsOwnDetectorWhereDownstreamInheritsEverything()
    {
        var keys = Some.Keys(Some.Graph("downstream.labelThreshold=0.3").Nodes);
        Assert.Equal(keys["detector/mid/seed-1"], keys["downstream/baseline/mid/seed-1"]);
        Assert.Equal(keys["evaluate/detector/mid/seed-1"], keys["evaluate/baseline/mid/seed-1"]);
        var apart = Some.Keys(Some.Graph("downstream.training.iterations=7").Nodes);
        Assert.NotEqual(apart["detector/mid/seed-1"], apart["downstream/baseline/mid/seed-1"]);
    }

    [Fact]
    public void AnotherLibraryOrDeviceChangesWhatComputesWithTensorsAlone()
    {
        var (cpu, cuda) = (Some.Graph(), ExperimentGraph.Of("some", Some.Experiment(), new Numerics("cuda", "1.13.1")));
        Assert.All(Some.ChangedThemselves(cpu, cuda), name => Assert.DoesNotContain("import/", name, StringComparison.Ordinal));
        Assert.Contains("detector/mid/seed-1", Some.ChangedThemselves(cpu, cuda));
    }
}
