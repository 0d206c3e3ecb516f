using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class NetworkWeightsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ANetworkComesBackAsItWas()
    {
        using var saved = Some.TinyNetwork();
        using var loaded = new FasterRcnn(Some.TinyDetector, 2, new Seed(99));
        NetworkWeights.Save(saved, _folder["a"]);
        NetworkWeights.Load(loaded, _folder["a"]);
        NetworkWeights.Save(loaded, _folder["b"]);
        Assert.Equal(ContentHash.OfFile(_folder["a"]), ContentHash.OfFile(_folder["b"]));
    }

    [Fact]
    public void AllFaultsAreListedAndNothingIsChanged()
    {
        using var scope = NewDisposeScope();
        using var network = Some.TinyNetwork();
        var before = network.get_parameter("backbone.body.conv1.weight")!.Values();
        var tensors = NetworkState.Of(network).Where(entry => entry.Name != "rpn.head.cls_logits.bias").ToDictionary(entry => entry.Name, entry => entry.Tensor);
        tensors["backbone.body.conv1.weight"] = zeros([8, 3, 3, 3]);
        tensors["roi_heads.box_predictor.cls_score.bias"] = zeros([91]);
        tensors["epoch"] = tensor(3L);
        SafeTensorsFile.Write(_folder["a"], tensors);
        var message = Assert.Throws<LatException>(() => NetworkWeights.Load(network, _folder["a"])).Message;
        Assert.Contains("missing: rpn.head.cls_logits.bias [3]", message, StringComparison.Ordinal);
        Assert.Contains("unexpected: epoch I64 []", message, StringComparison.Ordinal);
        Assert.Contains("wrong shape: roi_heads.box_predictor.cls_score.bias is [91], the network has [3]", message, StringComparison.Ordinal);
        Assert.Equal(before, network.get_parameter("backbone.body.conv1.weight")!.Values());
    }
}
