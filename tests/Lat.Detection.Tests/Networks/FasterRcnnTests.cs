using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class FasterRcnnTests
{
    [Fact]
    public void ResNet50FpnHasTorchvisionsParameterNamesAndShapes()
    {
        // Without pretrained weights torchvision has trained batch norms; frozen ones have the same names but for the counter.
        using var network = new FasterRcnn(DetectorOptions.ResNet50Fpn with { FrozenBatchNorm = false }, 90, new Seed(1));
        var expected = Golden.Read("fasterrcnn_resnet50_fpn.json").EnumerateObject()
            .Select(entry => $"{entry.Name} [{string.Join(", ", entry.Value.EnumerateArray())}]");
        Assert.Equal(expected, NetworkState.Of(network).Select(entry => $"{entry.Name} [{string.Join(", ", entry.Tensor.shape)}]"));
    }

    [Fact]
    public void FrozenPartsAreNotTrained()
    {
        using var network = new FasterRcnn(Some.TinyDetector with { FrozenStages = 2, FrozenBatchNorm = true }, 2, new Seed(1));
        var trained = network.named_parameters().Where(entry => entry.parameter.requires_grad).Select(entry => entry.name).ToList();
        Assert.DoesNotContain(trained, name => name.StartsWith("backbone.body.conv", StringComparison.Ordinal));
        Assert.DoesNotContain(trained, name => name.StartsWith("backbone.body.layer1", StringComparison.Ordinal));
        Assert.Contains("backbone.body.layer2.0.conv1.weight", trained);
        Assert.DoesNotContain(trained, name => name.Contains("bn1", StringComparison.Ordinal));
    }

    [Fact]
    public void EqualSeedsMakeEqualWeights()
    {
        using var first = Some.TinyNetwork();
        using var second = Some.TinyNetwork();
        using var other = new FasterRcnn(Some.TinyDetector, 2, new Seed(2));
        Assert.Equal(Weights(first), Weights(second));
        Assert.NotEqual(Weights(first), Weights(other));
    }

    [Fact]
    public void TheLevelsHaveTheirStrides()
    {
        using var network = Some.TinyNetwork();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var levels = network.ExtractFeatures(zeros([1, 3, 64, 96]));
        Assert.Equal([[1, 16, 16, 24], [1, 16, 8, 12], [1, 16, 4, 6], [1, 16, 2, 3], [1, 16, 1, 2]], levels.Select(level => level.shape));
    }

    [Fact]
    public void AnImageWithoutObjectsAndAnImageOfAnotherSizeTrainTogether()
    {
        using var network = Some.TinyNetwork();
        using var scope = NewDisposeScope();
        var examples = new[] { Some.TwoRectangles(0), new TrainingExample(new RgbImage(new ImageSize(50, 40)), []) };
        using var images = ImageBatch.From([.. examples.Select(example => example.Image)], network.Options, CPU);
        var losses = network.ComputeLosses(
            images, [.. examples.Select(example => ImageTargets.From(example, 2))], new DetectorLossOptions(), new Seed(1).ToStream());
        Assert.Equal(["objectness", "proposal-box", "class", "box"], losses.Terms.Select(term => term.Name));
        Assert.All(losses.Terms, term => Assert.True(float.IsFinite(term.Value.item<float>()) && term.Value.item<float>() >= 0));
    }

    private static float[] Weights(FasterRcnn network) => [.. network.named_parameters().SelectMany(entry => entry.parameter.Values())];
}
