using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

/// <summary>How checkpoints of the user's enter the graph: by content, and only where they are asked for.</summary>
public sealed class PretrainedWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutWeightsNoStageHasAFieldOrAnInputOfThem() => Assert.All(Some.Graph().Nodes.Nodes, node =>
    {
        Assert.Empty(node.ExternalInputs);
        Assert.DoesNotContain(node.Fields, field => field.Path.Contains("weights", StringComparison.Ordinal) || field.Path.Contains("pretrained", StringComparison.Ordinal));
    });

    [Fact]
    public void WeightsOfTheDetectorAreAnInputOfEveryStageThatTrainsOne()
    {
        var hash = SaveWeights("a");
        var graph = Some.Graph($"detector.weights={{file: {_folder["a"]}, sha256: {hash}}}").Nodes;
        Assert.Equal(
            ["detector/coarse/seed-1", "detector/fine/seed-1", "detector/mid/seed-1", "downstream/baseline/mid/seed-1", "downstream/lat/mid/seed-1",
                "downstream/pseudo-label/mid/seed-1", "extractor/seed-1"],
            graph.Nodes.Where(node => node.ExternalInputs.Count > 0).Select(node => node.Name).Order(StringComparer.Ordinal));
        var input = Assert.Single(graph["detector/mid/seed-1"].ExternalInputs);
        Assert.Equal(hash, input.Hash(input.Path));
        Assert.Contains(graph["detector/mid/seed-1"].Fields, field => field is { Path: "detector.weights.part", Value: "Backbone" });
    }

    [Fact]
    public void WhereTheFileLiesChangesNoField()
    {
        var hash = SaveWeights("a");
        Assert.Empty(Some.ChangedThemselves(
            Some.Graph($"detector.weights={{file: here.pth, sha256: {hash}}}"), Some.Graph($"detector.weights={{file: there.pth, sha256: {hash}}}")));
        Assert.Equal(3 + 4, Some.ChangedThemselves(
            Some.Graph($"detector.weights={{file: a.pth, sha256: {hash}}}"), Some.Graph($"detector.weights={{file: a.pth, sha256: {hash}, part: detector}}")).Count());
    }

    [Fact]
    public void AnotherFileThanTheNamedOneIsRefused()
    {
        SaveWeights("a");
        var other = ContentHash.Of("other"u8);
        var node = Some.Graph($"detector.weights={{file: {_folder["a"]}, sha256: {other}}}").Nodes["detector/mid/seed-1"];
        var message = Assert.Throws<LatException>(() => node.ExternalInputs[0].Hash(node.ExternalInputs[0].Path)).Message;
        Assert.Contains($"the experiment names {other}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHashThatIsNoneIsAFaultOfTheFile() => Assert.Contains(
        "64 lower-case hexadecimal digits",
        Assert.ThrowsAny<LatException>(() => Some.Experiment("detector.weights={file: a.pth, sha256: ABC}")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void WithAPretrainedExtractorNoneIsTrained()
    {
        var hash = SaveWeights("a");
        var graph = Some.Graph($"extractor.pretrained={{kind: mobilenetv2, file: {_folder["a"]}, sha256: {hash}}}", "seeds=[1, 2]").Nodes;
        Assert.DoesNotContain(graph.Nodes, node => node.Kind == "extractor");
        var features = graph["features/mid/seed-1"];
        Assert.Equal(("features", null), (features.Kind, features.Seed));
        Assert.Equal(["import/mid/train"], features.Inputs.Select(input => input.Node));
        Assert.Equal(features.Fields, graph["features/mid/seed-2"].Fields);
        Assert.Contains(features.Fields, field => field is { Path: "extractor.pretrained.map", Value: "Stride16" });
        Assert.Contains(graph["lat-model/seed-1"].Inputs, input => input.Node == "features/mid/seed-1");
    }

    private ContentHash SaveWeights(string name)
    {
        File.WriteAllText(_folder[name], name);
        return ContentHash.OfFile(_folder[name]);
    }
}
