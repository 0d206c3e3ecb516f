using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>torchvision's own networks, saved by PyTorch here and now, load into this product's.</summary>
[NoLiveTensors]
public sealed class TorchvisionCheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TorchvisionFact]
    public void TheDetectorAndTheClassifierLoadWithEveryNumber()
    {
        TorchvisionPython.Run("checkpoints.py", _folder.Path);
        using var hashes = JsonDocument.Parse(File.ReadAllText(_folder["hashes.json"]));
        using var network = new FasterRcnn(DetectorOptions.ResNet50Fpn, 90, new Seed(1));
        Load(network, WeightsPart.Detector, "detector.pth");
        AssertLoaded(network, "", hashes.RootElement.GetProperty("detector"));
        Load(network, WeightsPart.Backbone, "classifier.pth");
        AssertLoaded(network, "backbone.body.", hashes.RootElement.GetProperty("classifier"));
    }

    private void Load(FasterRcnn network, WeightsPart part, string file) =>
        StartingWeights.Load(network, new PretrainedWeights { File = file, Sha256 = "", Part = part }, _folder[file]);

    private static void AssertLoaded(nn.Module network, string prefix, JsonElement hashes)
    {
        var own = NetworkState.Of(network).Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.True(own.Count > 250);
        Assert.All(own, entry =>
            Assert.Equal(hashes.GetProperty(entry.Name[prefix.Length..]).GetString(), ContentHash.Of(entry.Tensor.bytes).Hex));
    }
}
