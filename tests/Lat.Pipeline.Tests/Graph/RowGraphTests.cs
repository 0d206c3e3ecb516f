namespace Lat.Pipeline.Tests;

/// <summary>What a row of the table adds to the graph: only what it changes.</summary>
public sealed class RowGraphTests
{
    private const string Methods = "methods=[baseline, pseudo-label, lat]";

    private static IEnumerable<string> Added(string row) => Some.Graph(Methods, $"rows=[{row}]").Nodes.Nodes.Select(node => node.Name)
        .Except(Some.Graph(Methods).Nodes.Nodes.Select(node => node.Name)).Order(StringComparer.Ordinal);

    [Fact]
    public void AStrategyAddsADetectorAndItsMeasurements() => Assert.Equal(
        ["downstream/mixed/mid/seed-1", "evaluate/mixed/mid/seed-1", "statistics/mixed/mid"],
        Added("{name: mixed, method: lat, strategy: mixed}"));

    [Fact]
    public void AnotherAttentionAddsAModelItsLabelsAndADetector() => Assert.Equal(
        [
            "alignment/clamp-n/coarse-to-mid/seed-1", "alignment/clamp-n/fine-to-mid/seed-1", "audit/clamp-n/coarse-to-mid/seed-1", "audit/clamp-n/fine-to-mid/seed-1",
            "downstream/clamp-n/mid/seed-1", "evaluate/clamp-n/mid/seed-1", "lat-model/clamp-n/seed-1", "statistics/clamp-n/mid",
            "transfer/clamp-n/coarse-to-mid/seed-1", "transfer/clamp-n/fine-to-mid/seed-1",
        ],
        Added("{name: clamp-n, method: lat, lat: {model: {fusion: {limit: clamp}}}}"));

    [Fact]
    public void AModelThatLooksAtMirrorImagesAddsTheirFeaturesAlone()
    {
        var added = Added("{name: both, method: lat, lat: {model: {mirror: true}}}").ToList();
        Assert.Equal(
            ["mirrored-features/coarse/seed-1", "mirrored-features/fine/seed-1", "mirrored-features/mid/seed-1"],
            added.Where(name => name.Contains("features", StringComparison.Ordinal)));
        Assert.Contains("lat-model/both/seed-1", added);
        var graph = Some.Graph(Methods, "rows=[{name: both, method: lat, lat: {model: {mirror: true}}}]").Nodes;
        Assert.DoesNotContain(graph["lat-model/seed-1"].Inputs, input => input.Node.StartsWith("mirrored", StringComparison.Ordinal));
        Assert.Contains(graph["transfer/both/fine-to-mid/seed-1"].Inputs, input => input.Node == "mirrored-features/fine/seed-1");
    }

    [Fact]
    public void AnotherThresholdOfLabelsSharesTheModel()
    {
        var added = Added("{name: sure, method: lat, lat: {transfer: {scoreThreshold: 0.5}}}").ToList();
        Assert.DoesNotContain(added, name => name.StartsWith("lat-model", StringComparison.Ordinal));
        Assert.Contains("transfer/sure/fine-to-mid/seed-1", added);
    }

    [Fact]
    public void RowsThatChangeTheSameShareItWithEachOther()
    {
        var added = Added("{name: a, method: lat, lat: {model: {fusion: {limit: clamp}}}}, {name: b, method: lat, strategy: mixed, lat: {model: {fusion: {limit: clamp}}}}").ToList();
        Assert.Single(added, name => name.StartsWith("lat-model", StringComparison.Ordinal));
        Assert.DoesNotContain(added, name => name.StartsWith("transfer/b/", StringComparison.Ordinal));
        var graph = Some.Graph(Methods, "rows=[{name: a, method: lat, lat: {model: {fusion: {limit: clamp}}}}, {name: b, method: lat, strategy: mixed, lat: {model: {fusion: {limit: clamp}}}}]").Nodes;
        Assert.Contains(graph["downstream/b/mid/seed-1"].Inputs, input => input.Node == "transfer/a/fine-to-mid/seed-1");
    }

    [Fact]
    public void ARowAloneBringsWhatItsMethodNeeds()
    {
        var names = Some.Graph("methods=[baseline]", "rows=[{name: mine, method: lat}]").Nodes.Nodes.Select(node => node.Name).ToList();
        Assert.Contains("lat-model/seed-1", names);
        Assert.Contains("features/mid/seed-1", names);
        Assert.Contains("pseudo-labels/mid-on-mid/seed-1", names);
        Assert.Contains("transfer/mine/fine-to-mid/seed-1", names);
    }

    [Fact]
    public void ARowChangesNoStageOfTheOthers()
    {
        var before = Some.Keys(Some.Graph(Methods).Nodes);
        var after = Some.Keys(Some.Graph(Methods, "rows=[{name: clamp-n, method: lat, lat: {model: {fusion: {limit: clamp}}}}, {name: m, method: baseline, strategy: double}]").Nodes);
        Assert.All(before.Where(stage => stage.Key != ReportStage.NodeName), stage => Assert.Equal(stage.Value, after[stage.Key]));
    }

    [Fact]
    public void ALatModelIsGivenOwnPredictionsOnlyWhereItsRowAsks()
    {
        var graph = Some.Graph(Methods, "rows=[{name: own, method: lat, lat: {model: {proposals: {ownSpace: ground-truth}}}}]").Nodes;
        Assert.Equal(9, graph["lat-model/seed-1"].Inputs.Count(input => input.Name.StartsWith("pseudo-labels/", StringComparison.Ordinal)));
        Assert.Equal(6, graph["lat-model/own/seed-1"].Inputs.Count(input => input.Name.StartsWith("pseudo-labels/", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheRivalsThatTrainOnWhatPeopleDrewNeedNoDetectorOfAnother()
    {
        var graph = Some.Graph("methods=[naive-merge]").Nodes;
        Assert.Equal(["import/fine/train", "import/mid/train"], graph["transfer/naive-merge/fine-to-mid/seed-1"].Inputs.Select(input => input.Node).Order(StringComparer.Ordinal));
        Assert.Contains(graph["downstream/naive-merge/mid/seed-1"].Inputs, input => input.Name == "images");
        Assert.Contains("audit/naive-merge/fine-to-mid/seed-1", graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void EveryRowIsHeldAgainstTheBaselineSeedBySeed()
    {
        var inputs = Some.Graph(Methods, "seeds=[2, 1]").Nodes["statistics/lat/mid"].Inputs.Select(input => input.Name).ToList();
        Assert.Equal(["annotations", "training-annotations", "detections/seed-1", "detections/seed-2", "baseline/seed-1", "baseline/seed-2"], inputs);
        Assert.DoesNotContain(Some.Graph(Methods).Nodes["statistics/baseline/mid"].Inputs, input => input.Name.StartsWith("baseline/", StringComparison.Ordinal));
        Assert.DoesNotContain(Some.Graph("methods=[lat]").Nodes["statistics/lat/mid"].Inputs, input => input.Name.StartsWith("baseline/", StringComparison.Ordinal));
    }
}
