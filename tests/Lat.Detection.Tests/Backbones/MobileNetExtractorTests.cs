using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class MobileNetExtractorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestDataFact]
    public void ItsMapsAreThoseOfTheOriginalRuntime()
    {
        var data = Environment.GetEnvironmentVariable(TestDataFactAttribute.Variable)!;
        using var reference = CheckpointFile.Open(Path.Combine(data, "reference", "mobilenet_v2_coco", "features.safetensors"));
        using var input = reference.Read("input");
        foreach (var (map, name) in new[] { (MobileNetMap.Stride16, "stride16"), (MobileNetMap.Stride32, "stride32") })
        {
            using var extractor = MobileNetExtractor.Load(Path.Combine(data, "weights", "mobilenet_v2_coco.safetensors"), map, CPU);
            using var actual = extractor.Extract(input);
            using var expected = reference.Read(name);
            Assert.Equal(expected.shape, actual.shape);
            Golden.AssertClose(expected.Values(), actual.Values(), 1e-4f);
        }
    }

    [Fact]
    public void AnImagesFeaturesDoNotDependOnItsBatch()
    {
        SaveRandom(_folder["w"]);
        using var extractor = MobileNetExtractor.Load(_folder["w"], MobileNetMap.Stride16, CPU);
        var (small, large) = (Some.TwoRectangles(0).Image, new RgbImage(new ImageSize(80, 70)));
        using var together = extractor.Extract([small, large], new ImageSize(80, 70));
        using var alone = extractor.Extract([small], new ImageSize(80, 70));
        Assert.Equal([2, 576, 5, 5], together.shape);
        using var first = together.narrow(0, 0, 1);
        Golden.AssertClose(first.Values(), alone.Values(), 1e-5f);
        Assert.True(alone.Values().Max() > 0);
        Assert.Throws<ArgumentException>(() => extractor.Extract([large], new ImageSize(64, 64)));
    }

    [Fact]
    public void WeightsOfAnotherNetworkAreRefused()
    {
        using var network = Some.TinyNetwork();
        NetworkWeights.Save(network, _folder["w"]);
        var message = Assert.Throws<LatException>(() => MobileNetExtractor.Load(_folder["w"], MobileNetMap.Stride16, CPU)).Message;
        Assert.Contains("missing: block0.depthwise.weight [32, 1, 3, 3]", message, StringComparison.Ordinal);
        Assert.Contains("unexpected: backbone.body.conv1.weight", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADetectorStandsOnItAndStartsFromItsWeights()
    {
        SaveRandom(_folder["w"]);
        var options = Some.TinyDetector with { Backbone = BackboneKind.MobileNetV2, PixelMean = [127.5, 127.5, 127.5], PixelDeviation = [127.5, 127.5, 127.5] };
        using var network = new FasterRcnn(options, 2, new Seed(1));
        StartingWeights.Load(network, new PretrainedWeights { File = _folder["w"], Sha256 = new string('0', 64) }, _folder["w"]);
        using var checkpoint = CheckpointFile.Open(_folder["w"]);
        using var expected = checkpoint.Read("block16.project.weight");
        Assert.Equal(expected.Values(), network.get_parameter("backbone.body.block16.project.weight")!.Values());
        network.eval();
        using var batch = ImageBatch.From([Some.TwoRectangles(0).Image], options, CPU);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var maps = network.ExtractFeatures(batch.Pixels);
        Assert.Equal([16L, 8, 4, 2, 1], maps.Select(map => map.shape[2]));
    }

    private static void SaveRandom(string path)
    {
        using var network = new MobileNetNetwork(0, withHead: true);
        foreach (var (name, parameter) in network.named_parameters())
        {
            WeightInitialization.Normal(parameter, 0.1, new Seed(3).Derive(name).ToStream());
        }

        NetworkWeights.Save(network, path);
    }
}
