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
        Assert.Equal([FeaturesStage.Features], new PretrainedFeaturesStage("features/x", spec, "import/x", threads: 1, mirrors: false).Run(context));

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

    [Fact]
    public void FeaturesAboveTheDiskBudgetAreComputedWhenNeededWithTheSameBytes()
    {
        MobileNetWeights.Save(_folder["weights"]);
        PackedImages.Write(_folder["images"], [new("a.png", Gradient(96, 64)), new("b.png", Gradient(40, 60))]);
        var spec = new PretrainedExtractorSpec { Kind = PretrainedExtractorKind.MobileNetV2, File = "", Sha256 = "" };
        var lines = new List<string>();
        var stored = Run(spec with { DiskBudget = "1GiB" }, "stored", lines);
        var shapes = Run(spec with { DiskBudget = "1KiB" }, "shapes", lines);
        Assert.Equal(
            ["2 images, 54 KiB of features: 576 x 4 x 6 at stride 16 each", "2 images, 54 KiB of features: 576 x 4 x 6 at stride 16 each",
                "more than the budget of 1 KiB: they are computed whenever they are needed"],
            lines);
        Assert.True(new FileInfo(shapes).Length < 100);

        using var file = FeatureFile.Open(stored);
        using var computed = LatInputs.OpenFeatures(Context("unused", "features/x", shapes, lines), Computing(spec), mirrors: false);
        Assert.IsType<ComputedFeatures>(computed);
        Assert.Equal(file.Levels, computed.Levels);
        foreach (var name in new[] { "b.png", "a.png" })
        {
            var (expected, actual) = (new byte[file.ByteCount], new byte[computed.ByteCount]);
            file.Read(name, expected);
            computed.Read(name, actual);
            Assert.Equal(expected, actual);
        }

        Assert.Contains("No image 'c.png'", Assert.Throws<LatException>(() => computed.Read("c.png", new byte[computed.ByteCount])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAMirrorImageAreTheFeaturesThatTheMirroredPixelsHave()
    {
        MobileNetWeights.Save(_folder["weights"]);
        var (image, mirror) = (Gradient(96, 64), Gradient(96, 64));
        HorizontalFlip.Apply(mirror);
        PackedImages.Write(_folder["images"], [new("a.png", image), new("b.png", mirror)]);
        var spec = new PretrainedExtractorSpec { Kind = PretrainedExtractorKind.MobileNetV2, File = "", Sha256 = "" };
        using var own = FeatureFile.Open(Run(spec, "own", []));
        using var mirrored = FeatureFile.Open(Run(spec, "mirrored", [], mirrors: true));
        Assert.Equal(Maps(own, "b.png"), Maps(mirrored, "a.png"));
        Assert.Equal(Maps(own, "a.png"), Maps(mirrored, "b.png"));
        Assert.NotEqual(Maps(own, "a.png"), Maps(own, "b.png"));

        static byte[] Maps(FeatureFile file, string name)
        {
            var maps = new byte[file.ByteCount];
            file.Read(name, maps);
            return maps;
        }
    }

    private string Run(PretrainedExtractorSpec spec, string folder, List<string> lines, bool mirrors = false)
    {
        new PretrainedFeaturesStage("features/x", spec, "import/x", threads: 1, mirrors).Run(Context(folder, "images", _folder["images"], lines));
        return Path.Combine(_folder[folder], FeaturesStage.Features);
    }

    private static LatInputs Computing(PretrainedExtractorSpec spec) => new("x", "import/x", "features/x", []) { Computed = new ComputedFeaturesSpec(spec, 1) };

    private StageContext Context(string folder, string name, string path, List<string> lines) => new(
        NamedMap.Create((name, path), ("images/x", _folder["images"]), ("starting-weights", _folder["weights"])),
        Directory.CreateDirectory(_folder[folder]).FullName,
        "cpu",
        lines.Add);

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
