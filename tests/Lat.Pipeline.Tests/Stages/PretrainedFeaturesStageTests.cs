using Lat.Detection;
using Lat.Imaging;
using Lat.Transfer;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Pipeline.Tests;

public sealed class PretrainedFeaturesStageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ImagesOfTwoSizesGetMapsOfOneSizeThatTheLatModelTakes()
    {
        using var scope = NewDisposeScope();
        MobileNetWeights.Save(_folder["weights"]);
        PackedImages.Write(_folder["images"], [new("a.png", Gradient(96, 64)), new("b.png", Gradient(40, 60))]);
        var spec = new PretrainedExtractorSpec { Kind = PretrainedExtractorKind.MobileNetV2, File = "", Sha256 = "" };
        var context = new StageContext(
            NamedMap.Create(("images", _folder["images"]), ("starting-weights", _folder["weights"])), _folder.Path, "cpu", _ => { });
        Assert.Equal([FeaturesStage.Features], new PretrainedFeaturesStage("features/x", spec, "import/x", threads: 1).Run(context));

        using var file = FeatureFile.Open(_folder[FeaturesStage.Features]);
        Assert.Equal([new FeatureShape(576, 4, 6, 16)], file.Levels);
        Assert.Equal(2, file.Count);
        var spaces = new ConcatenatedLabelSpace([new(new DatasetName("x"), new LabelSpace(["car", "bus"]))]);
        var proposals = new[] { new PrivilegedProposal(new Box(5, 5, 60, 50), 0, [1f, 0f], 1) };
        using var model = new LatModel(new LatModelOptions(), file.Levels, spaces, new Seed(1));
        var features = FeatureBatch.Read([(file, "a.png"), (file, "b.png")]).ToDevice(CPU);
        var (logits, deltas) = model.forward(features, new RegionBatch([proposals, proposals], spaces));
        Assert.Equal([2, 3], logits.shape);
        Assert.Equal([2, 12], deltas.shape);
        Assert.True(features[0].abs().max().item<float>() > 0);
        Assert.False(logits[0].allclose(logits[1]));
    }

    private static RgbImage Gradient(int width, int height)
    {
        var image = new RgbImage(new ImageSize(width, height));
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            image.Pixels[at] = (byte)(at * 7 % 251);
        }

        return image;
    }
}
