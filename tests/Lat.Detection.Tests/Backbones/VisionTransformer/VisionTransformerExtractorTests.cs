using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class VisionTransformerExtractorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public VisionTransformerExtractorTests() => VisionTransformerRecipe.Save(VisionTransformerRecipe.Tiny, _folder["w"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnImagesMapDoesNotDependOnTheCanvasAndCoversItInWholePatches()
    {
        using var extractor = Load([], VisionTransformerPyramid.OneMap);
        using var scope = NewDisposeScope();
        var image = Recipe.Image("image", 60, 30);
        var map = Assert.Single(extractor.Extract(image, new ImageSize(70, 42)));
        Assert.Equal([1, 8, 3, 5], map.shape);
        Assert.Equal(map.Values(), extractor.Extract(image, new ImageSize(140, 140))[0].Values());
        Assert.Equal([14.0], extractor.Strides);
        Assert.Equal(14, extractor.Divisor);
    }

    [Fact]
    public void BlocksLieOneAfterTheOtherInTheChannels()
    {
        using var scope = NewDisposeScope();
        var image = Recipe.Image("image", 42, 28);
        using var both = Load([1, 0], VisionTransformerPyramid.OneMap);
        using var first = Load([0], VisionTransformerPyramid.OneMap);
        using var last = Load([], VisionTransformerPyramid.OneMap);
        var map = both.Extract(image, image.Size)[0];
        Assert.Equal(16, both.Channels);
        Assert.Equal([1, 16, 2, 3], map.shape);
        Assert.Equal(first.Extract(image, image.Size)[0].Values(), map.narrow(1, 0, 8).contiguous().Values());
        Assert.Equal(last.Extract(image, image.Size)[0].Values(), map.narrow(1, 8, 8).contiguous().Values());
    }

    [Fact]
    public void ThePyramidIsTheSameMapInFourStrides()
    {
        using var extractor = Load([], VisionTransformerPyramid.Rescaled);
        using var scope = NewDisposeScope();
        var maps = extractor.Extract(Recipe.Image("image", 50, 28), new ImageSize(56, 28));
        Assert.Equal([3.5, 7, 14, 28], extractor.Strides);
        Assert.Equal([(8L, 16L), (4, 8), (2, 4), (1, 2)], maps.Select(map => (map.shape[2], map.shape[3])));

        // A 2 x 2 block of stride 7 lies around the centre of its pixel of stride 14, so that inside the map their mean is near; a corner is the corner.
        Assert.Equal(maps[2][0, 3, 0, 0].item<float>(), maps[1][0, 3, 0, 0].item<float>(), 1e-6f);
        Assert.Equal(maps[2].Values().Max(), maps[3].Values().Max());
    }

    [Fact]
    public void AnImageLargerThanTheCanvasIsRefused()
    {
        using var extractor = Load([], VisionTransformerPyramid.OneMap);
        Assert.Throws<ArgumentException>(() => extractor.Extract(new RgbImage(new ImageSize(30, 30)), new ImageSize(28, 42)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void ABlockThatTheNetworkLacksIsRefused(int block)
    {
        var message = Assert.Throws<LatException>(() => Load([0, block], VisionTransformerPyramid.OneMap)).Message;
        Assert.Contains("expected different ones from 0 to 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfANetworkWithRegistersAreRefusedByOneWithout()
    {
        VisionTransformerRecipe.Save(VisionTransformerRecipe.Tiny with { RegisterTokens = 4 }, _folder["r"]);
        var message = Assert.Throws<LatException>(() =>
            VisionTransformerExtractor.Load(_folder["r"], VisionTransformerRecipe.Tiny, [], VisionTransformerPyramid.OneMap, CPU)).Message;
        Assert.Contains("unexpected: register_tokens", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisionTransformerModel.Small, 384, 12, 1536)]
    [InlineData(VisionTransformerModel.LargeWithRegisters, 1024, 24, 4096)]
    [InlineData(VisionTransformerModel.GiantWithRegisters, 1536, 40, 4096)]
    public void PublishedNetworksHaveTheirSizes(VisionTransformerModel model, int width, int depth, int hidden)
    {
        var options = VisionTransformerOptions.Of(model);
        Assert.Equal((width, depth, hidden, 37), (options.Width, options.Depth, options.HiddenWidth, options.Grid));
        Assert.Equal(options.RegisterTokens == 4, options.InterpolationAntialias);
        Assert.Equal(options.RegisterTokens == 4 ? 0 : 0.1, options.InterpolationOffset);
    }

    private VisionTransformerExtractor Load(int[] blocks, VisionTransformerPyramid pyramid) =>
        VisionTransformerExtractor.Load(_folder["w"], VisionTransformerRecipe.Tiny, blocks, pyramid, CPU);
}
