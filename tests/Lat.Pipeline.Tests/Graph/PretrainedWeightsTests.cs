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

    [Fact]
    public void WhatIsKeptOfDinoV2IsInTheKeyOfTheFeaturesAndNowhereElse()
    {
        var hash = SaveWeights("a");
        var plain = $"extractor.pretrained={{kind: dinov2, model: vits14, file: {_folder["a"]}, sha256: {hash}}}";
        foreach (var other in new[] { "extractor.pretrained.layers=[5, 11]", "extractor.pretrained.pyramid=rescaled", "extractor.pretrained.model=vits14_reg" })
        {
            Assert.All(Some.ChangedThemselves(Some.Graph(plain), Some.Graph(plain, other)), name => Assert.StartsWith("features/", name, StringComparison.Ordinal));
            Assert.Equal(3, Some.ChangedThemselves(Some.Graph(plain), Some.Graph(plain, other)).Count());
        }
    }

    [Fact]
    public void WithADiskBudgetTheLatModelCanComputeTheFeaturesItself()
    {
        var hash = SaveWeights("a");
        string[] settings = [$"extractor.pretrained={{kind: dinov2, model: vits14, file: {_folder["a"]}, sha256: {hash}, diskBudget: 1GiB}}"];
        var graph = Some.Graph(settings).Nodes;
        foreach (var node in graph.Nodes.Where(node => node.Kind is "lat-model" or "transfer" && node.Inputs.Any(input => input.Node.StartsWith("features/", StringComparison.Ordinal))))
        {
            Assert.Equal(hash, Assert.Single(node.ExternalInputs).Hash(_folder["a"]));
            Assert.Contains(node.Inputs, input => input.Name.StartsWith("images/", StringComparison.Ordinal));
            Assert.Contains(node.Fields, field => field is { Path: "extractor.pretrained.model", Value: "Small" });
        }

        Assert.NotEmpty(graph["lat-model/seed-1"].ExternalInputs);
        Assert.All(
            Some.ChangedThemselves(Some.Graph(settings), Some.Graph([.. settings, "extractor.pretrained.diskBudget=2GiB"])),
            name => Assert.StartsWith("features/", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kind: dinov2", "is missing; 'dinov2' needs it, such as vits14 or vitb14_reg")]
    [InlineData("kind: mobilenetv2, model: vits14", "is not 'dinov2', which alone has a 'model', 'layers' and a 'pyramid'")]
    [InlineData("kind: dinov2, model: vits14, layers: [12]", "is [12]; expected different blocks from 0 to 11")]
    [InlineData("kind: dinov2, model: vits14, layers: [3, 3]", "is [3, 3]; expected different blocks from 0 to 11")]
    [InlineData("kind: dinov2, model: vits14, diskBudget: much", "is 'much'. A size is a number with a unit")]
    public void WhatCannotBeExtractedIsAFaultOfTheFile(string fields, string fault) => Assert.Contains(
        fault,
        Assert.ThrowsAny<LatException>(() => Some.Experiment($"extractor.pretrained={{file: a.pth, sha256: {new string('0', 64)}, {fields}}}")).Message,
        StringComparison.Ordinal);

    private ContentHash SaveWeights(string name)
    {
        File.WriteAllText(_folder[name], name);
        return ContentHash.OfFile(_folder[name]);
    }
}
