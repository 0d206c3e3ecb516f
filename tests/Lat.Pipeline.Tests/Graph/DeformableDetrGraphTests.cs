namespace Lat.Pipeline.Tests;

/// <summary>Which stages the second architecture concerns.</summary>
public sealed class DeformableDetrGraphTests
{
    private const string Asked = "downstream.architecture=deformable-detr";

    private static readonly string[] Downstream = ["downstream/baseline/mid/seed-1", "downstream/lat/mid/seed-1", "downstream/pseudo-label/mid/seed-1"];

    [Theory]
    [InlineData("downstream.architecture=faster-rcnn")]
    [InlineData("downstream.deformableDetr.queries=7")]
    public void KeysOfFasterRcnnAreAsIfThereWereNoOtherArchitecture(string change)
    {
        Assert.All(Some.ChangedThemselves(Some.Graph(), Some.Graph(change)), name => Assert.Equal(ReportStage.NodeName, name));
        Assert.DoesNotContain(Some.Graph().Nodes.Nodes.Where(node => node.Name != ReportStage.NodeName).SelectMany(node => node.Fields), field =>
            field.Path.Contains("architecture", StringComparison.Ordinal) || field.Path.Contains("deformableDetr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("downstream.deformableDetr.queries=7")]
    [InlineData("downstream.deformableDetr.matchingCosts.giou=7", true)]
    [InlineData("downstream.network.backbone=res-net18")]
    public void ItsFieldsChangeTheDownstreamDetectorsAlone(string change, bool isFault = false)
    {
        if (isFault)
        {
            Assert.ThrowsAny<LatException>(() => Some.Graph(Asked, change));
            return;
        }

        Assert.Equal(
            Downstream,
            Some.ChangedThemselves(Some.Graph(Asked), Some.Graph(Asked, change)).Where(name => name != ReportStage.NodeName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheBaselineIsOneTooAndKnowsNothingOfTransferredLabels()
    {
        var (before, after) = (Some.Graph(Asked), Some.Graph(Asked, "downstream.labelThreshold=0.9", "downstream.fineTuneIterations=3"));
        var baseline = before.Nodes["downstream/baseline/mid/seed-1"];
        Assert.Equal("DeformableDetr", baseline.Fields.Single(field => field.Path == "downstream.architecture").Value);
        Assert.Equal(["annotations", "images"], baseline.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal));
        Assert.Equal(baseline.Fields, after.Nodes[baseline.Name].Fields);
        Assert.NotEqual(before.Nodes["downstream/lat/mid/seed-1"].Fields, after.Nodes["downstream/lat/mid/seed-1"].Fields);
    }

    [Fact]
    public void ARowMayHaveItBesideTheOthers()
    {
        var experiment = Some.Of(Some.Yaml + """
            methods: [baseline, lat]
            rows:
              - { name: lat-detr, method: lat, downstream: { architecture: deformable-detr } }
            """);
        var graph = ExperimentGraph.Of("some", experiment, Some.Numerics);
        Assert.Equal(Some.Keys(Some.Graph("methods=[baseline, lat]").Nodes)["downstream/lat/mid/seed-1"], Some.Keys(graph.Nodes)["downstream/lat/mid/seed-1"]);
        Assert.Contains(graph.Nodes["downstream/lat-detr/mid/seed-1"].Inputs, input => input.Node == "transfer/lat/fine-to-mid/seed-1");
    }

    [Fact]
    public void HandMadeLabelsTrainItToo()
    {
        var graph = Some.Graph(Asked, "methods=[naive-merge]");
        Assert.Contains(graph.Nodes["downstream/naive-merge/mid/seed-1"].Fields, field => field.Path == "downstream.deformableDetr.queries");
        Assert.DoesNotContain(Some.Graph("methods=[naive-merge]").Nodes["downstream/naive-merge/mid/seed-1"].Fields, field => field.Path.StartsWith("downstream.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("is not faster-rcnn, which is all that 'student-teacher' trains", "methods=[baseline, student-teacher]", "downstream.training.iterations=9000")]
    [InlineData("expected a divisor of 'width' (256)", "downstream.deformableDetr.heads=7")]
    [InlineData("needs 'refinesBoxes: true'", "downstream.deformableDetr.twoStage=true")]
    public void WhatItCannotDoIsAFaultOfTheExperiment(string fault, params string[] overrides) =>
        Assert.Contains(fault, Assert.ThrowsAny<LatException>(() => Some.Experiment([Asked, .. overrides])).Message, StringComparison.Ordinal);

    [Fact]
    public void ItsCodeIsInTheKeysOfItsOwnStagesAndOfThoseThatRunWhateverDetectorTheyAreGiven()
    {
        Type[] trains = [typeof(DeformableDetrStage), typeof(HandLabelledDeformableDetrStage), typeof(EvaluateStage)];
        Type[] others = [typeof(DownstreamStage), typeof(HandLabelledStage), typeof(DetectorStage), typeof(ExtractorStage), typeof(FeaturesStage), typeof(StudentTeacherStage)];
        Assert.All(trains, stage => Assert.True(Reaches(stage), $"{stage.Name} lacks it"));
        Assert.All(others, stage => Assert.False(Reaches(stage), $"{stage.Name} has it"));
    }

    private static bool Reaches(Type stage) => CodeIdentity.ListingOf(stage).Entries.Any(entry => entry.Name.StartsWith("method Lat.Detection.DeformableTransformer.", StringComparison.Ordinal));
}
