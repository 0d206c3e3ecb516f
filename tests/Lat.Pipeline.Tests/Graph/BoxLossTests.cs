using Lat.Experiments;

namespace Lat.Pipeline.Tests;

/// <summary>Detectron2's smooth L1 for every detector of an experiment, and keys that know nothing of it where nobody asks for it.</summary>
public sealed class BoxLossTests
{
    private const string Smooth = "detector.loss.smoothL1Beta=0.1";

    [Fact]
    public void WithoutALossNoDetectorTrainedOnGroundTruthHasAFieldOfIt() => Assert.All(
        Some.Graph().Nodes.Nodes.Where(node => node.Kind is "detector" or "extractor"),
        node => Assert.DoesNotContain(node.Fields, field => field.Path.Split('.')[1] == "loss"));

    [Fact]
    public void TheDefaultWrittenOutIsNoOtherExperiment()
    {
        Assert.Null(Some.Experiment("detector.loss.smoothL1Beta=0").Detector.Loss);
        Assert.Empty(Some.ChangedThemselves(Some.Graph(), Some.Graph("detector.loss={smoothL1Beta: 0}")));
    }

    [Fact]
    public void TheLossOfTheDetectorIsThatOfEveryStageThatTrainsOneAndTheBaselineStaysComparable()
    {
        Assert.Equal(
            ["detector/coarse/seed-1", "detector/fine/seed-1", "detector/mid/seed-1", "downstream/baseline/mid/seed-1", "downstream/lat/mid/seed-1",
                "downstream/pseudo-label/mid/seed-1", "extractor/seed-1"],
            Some.ChangedThemselves(Some.Graph(), Some.Graph(Smooth)).Order(StringComparer.Ordinal));
        var graph = Some.Graph(Smooth).Nodes;
        Assert.Equal(graph["detector/mid/seed-1"].Fields, graph["downstream/baseline/mid/seed-1"].Fields);
    }

    [Fact]
    public void TheLossOfDownstreamIsTheBaselinesToo() => Assert.Equal(
        ["downstream/baseline/mid/seed-1", "downstream/lat/mid/seed-1", "downstream/pseudo-label/mid/seed-1"],
        Some.ChangedThemselves(Some.Graph(), Some.Graph("downstream.loss.smoothL1Beta=0.1")).Order(StringComparer.Ordinal));

    [Fact]
    public void ADetectorOfAFoldHasTheLossOfTheDatasetsDetector()
    {
        string[] folds = ["lat.model.proposals.ownSpace=out-of-fold-pseudo-labels", "lat.model.proposals.folds=2"];
        var graph = Some.Graph([.. folds, Smooth]).Nodes;
        Assert.All(
            graph.Nodes.Where(node => node.Kind == "fold-detector"),
            node => Assert.Contains(node.Fields, field => field is { Path: "detector.loss.smoothL1Beta", Value: "0.1" }));
    }

    [Fact]
    public void TheStagesTrainWithIt()
    {
        Assert.Equal(0.1, Some.Experiment(Smooth).Detector.LossOnGroundTruth().SmoothL1Beta);
        Assert.Equal(new Lat.Detection.DetectorLossOptions(), Some.Experiment().Detector.LossOnGroundTruth());
    }

    [Fact]
    public void ConfidencesAreNothingThatADetectorOnGroundTruthCanWeighBy() => Assert.Contains(
        "weightClassesByConfidence",
        Assert.Throws<ExperimentNotValidException>(() => Some.Experiment("detector.loss.weightClassesByConfidence=false")).Message,
        StringComparison.Ordinal);
}
