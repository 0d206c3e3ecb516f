using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>Published weights load by name: every name and shape is torchvision's, for every size of network.</summary>
[NoLiveTensors]
public class ParameterNamesTests
{
    private const string Body = "backbone.body.";
    private const string Counter = "num_batches_tracked";

    [Theory]
    [InlineData(BackboneKind.ResNet18)]
    [InlineData(BackboneKind.ResNet34)]
    [InlineData(BackboneKind.ResNet50)]
    public void TheBackboneIsTorchvisionsResidualNetworkWithoutItsClassifier(BackboneKind backbone)
    {
        using var trained = new ResidualNetwork(new DetectorOptions { Backbone = backbone });
        using var frozen = new ResidualNetwork(new DetectorOptions { Backbone = backbone, FrozenBatchNorm = true });
        var expected = Expected($"{backbone}".ToLowerInvariant());
        Assert.Equal(expected, Names(trained));

        // Frozen norms count no batches.
        Assert.Equal(expected.Where(entry => !entry.Contains(Counter, StringComparison.Ordinal)), Names(frozen));
    }

    [Theory]
    [InlineData(BackboneKind.ResNet18)]
    [InlineData(BackboneKind.ResNet34)]
    [InlineData(BackboneKind.ResNet50)]
    public void TheRestOfTheDetectorIsTorchvisionsFasterRcnn(BackboneKind backbone)
    {
        using var network = new FasterRcnn(DetectorOptions.ResNet50Fpn with { Backbone = backbone }, 90, new Seed(1));
        Assert.Equal(
            Expected($"fasterrcnn_{backbone}_fpn".ToLowerInvariant()), Names(network).Where(name => !name.StartsWith(Body, StringComparison.Ordinal)));
    }

    [Fact]
    public void ACoarserFinestLevelLeavesOutThePyramidsFinestBlocksAlone()
    {
        using var full = new FasterRcnn(Some.TinyDetector, 2, new Seed(1));
        using var coarse = new FasterRcnn(
            Some.TinyDetector with { FinestLevel = 3, Anchors = new AnchorOptions { Sizes = [16, 32, 48, 64] } }, 2, new Seed(1));
        Assert.Equal(
            ["backbone.fpn.inner_blocks.3.0.bias", "backbone.fpn.inner_blocks.3.0.weight", "backbone.fpn.layer_blocks.3.0.bias", "backbone.fpn.layer_blocks.3.0.weight"],
            NetworkState.Of(full).Select(entry => entry.Name).Except(NetworkState.Of(coarse).Select(entry => entry.Name)));
    }

    private static IReadOnlyList<string> Expected(string network) =>
        [.. Golden.Read("names.json").GetProperty(network).EnumerateObject().Select(entry => $"{entry.Name} {entry.Value.GetString()}")];

    private static IReadOnlyList<string> Names(torch.nn.Module network) =>
        [.. NetworkState.Of(network).Select(entry => $"{entry.Name} {string.Join('x', entry.Tensor.shape)}")];
}
