namespace Lat.Pipeline.Tests;

/// <summary>What the variants of the transfer add to the graph.</summary>
public sealed class TransferVariantGraphTests
{
    [Fact]
    public void OutOfFoldPredictionsComeFromDetectorsThatNeverSawTheFold()
    {
        var graph = Some.Graph("lat.model.proposals.ownSpace=out-of-fold-pseudo-labels", "lat.model.proposals.folds=2").Nodes;
        Assert.Equal(3 * 2, graph.Nodes.Count(node => node.Kind == "fold-detector"));
        var own = graph["pseudo-labels/mid-on-mid/seed-1"];
        Assert.Equal("out-of-fold-pseudo-labels", own.Kind);
        Assert.Equal(
            ["fold-detector/mid/1-of-2/seed-1", "fold-detector/mid/2-of-2/seed-1"],
            own.Inputs.Where(input => input.Name.StartsWith("weights/", StringComparison.Ordinal)).Select(input => input.Node));
        Assert.Equal("pseudo-labels", graph["pseudo-labels/mid-on-fine/seed-1"].Kind);
        Assert.NotEqual(graph["fold-detector/mid/1-of-2/seed-1"].Fields, graph["fold-detector/mid/2-of-2/seed-1"].Fields);
    }

    [Fact]
    public void CalibrationStandsBetweenADetectorsPredictionsAndTheirReaders()
    {
        var graph = Some.Graph("pseudoLabels.temperatureScaling=true").Nodes;
        var calibrated = graph["pseudo-labels/mid-on-fine/seed-1"];
        Assert.Equal("calibrated-pseudo-labels", calibrated.Kind);
        Assert.Equal(
            ["uncalibrated-pseudo-labels/mid-on-fine/seed-1", "evaluate/detector/mid/seed-1", "import/mid/validation"], calibrated.Inputs.Select(input => input.Node));
        Assert.Equal(Some.Graph().Nodes["pseudo-labels/mid-on-fine/seed-1"].Fields, graph["uncalibrated-pseudo-labels/mid-on-fine/seed-1"].Fields);
    }

    [Fact]
    public void TheRivalsOfTableSixHaveTheirOwnTransfers()
    {
        var graph = Some.Graph("methods=[baseline, pseudo-label, pseudo-label-filtered, lgpl]").Nodes;
        Assert.DoesNotContain(graph.Nodes, node => node.Kind == "lat-model");
        Assert.Equal(3, graph.Nodes.Count(node => node.Kind == "features"));
        var guided = graph["transfer/lgpl/fine-to-mid/seed-1"];
        Assert.Equal(
            ["annotations/fine", "annotations/mid", "features/fine", "features/mid", "pseudo-labels/fine-on-mid"],
            guided.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal));
        Assert.NotEqual(graph["transfer/pseudo-label/fine-to-mid/seed-1"].Fields, graph["transfer/pseudo-label-filtered/fine-to-mid/seed-1"].Fields);
    }

    [Fact]
    public void CountMatchedThresholdsReadTheLabelsThatTheyCount()
    {
        var graph = Some.Graph("lat.model.proposals.countMatched=true", "pseudoLabelTransfer.countMatched=true").Nodes;
        Assert.Equal(3, graph["transfer/lat/fine-to-mid/seed-1"].Inputs.Count(input => input.Name.StartsWith("counted/", StringComparison.Ordinal)));
        Assert.Equal("import/mid/train", graph["transfer/pseudo-label/fine-to-mid/seed-1"].Inputs.Single(input => input.Name == "target-annotations").Node);
        Assert.DoesNotContain(Some.Graph().Nodes["transfer/lat/fine-to-mid/seed-1"].Inputs, input => input.Name.StartsWith("counted/", StringComparison.Ordinal));
    }
}
