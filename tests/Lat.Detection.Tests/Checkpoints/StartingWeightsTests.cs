using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class StartingWeightsTests : IDisposable
{
    private const string BodyWeight = "backbone.body.layer1.0.conv1.weight", HeadBias = "roi_heads.box_predictor.cls_score.bias";

    private readonly TemporaryFolder _folder = new();

    private string File => _folder["weights"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ADetectorStartsFromAWholeDetector()
    {
        Save(name => name);
        using var network = Fresh(classCount: 2);
        StartingWeights.Load(network, Weights(WeightsPart.Detector), File);
        Assert.True(IsLoaded(network, BodyWeight));
        Assert.True(IsLoaded(network, "roi_heads.box_predictor.cls_score.weight"));
    }

    [Fact]
    public void OfAWholeDetectorOnlyTheBackboneMayBeTaken()
    {
        Save(name => "module." + name);
        using var network = Fresh(classCount: 7);
        var head = network.get_parameter("rpn.head.cls_logits.weight")!.Values();
        StartingWeights.Load(network, Weights(WeightsPart.Backbone), File);
        Assert.True(IsLoaded(network, BodyWeight));
        Assert.Equal(head, network.get_parameter("rpn.head.cls_logits.weight")!.Values());
    }

    [Fact]
    public void AClassifiersLastLayerIsLeftAside()
    {
        Save(name => name.StartsWith("backbone.body.", StringComparison.Ordinal) ? name["backbone.body.".Length..]
            : name == HeadBias ? "fc.bias" : null);
        using var network = Fresh(classCount: 2);
        StartingWeights.Load(network, Weights(WeightsPart.Backbone), File);
        Assert.True(IsLoaded(network, BodyWeight));
    }

    [Fact]
    public void AHeadOfOtherClassesIsAFaultUnlessSkippingItIsAskedFor()
    {
        Save(name => name);
        using var network = Fresh(classCount: 5);
        var message = Assert.Throws<LatException>(() => StartingWeights.Load(network, Weights(WeightsPart.Detector), File)).Message;
        Assert.Contains($"wrong shape: {HeadBias} is [3], the network has [6]", message, StringComparison.Ordinal);
        Assert.False(IsLoaded(network, BodyWeight));
        StartingWeights.Load(network, Weights(WeightsPart.Detector) with { SkipMismatchedHead = true }, File);
        Assert.True(IsLoaded(network, BodyWeight));
    }

    [Fact]
    public void OtherDifferencesAreFaultsEvenThen()
    {
        Save(name => name == BodyWeight ? null : name == HeadBias ? "epoch" : name);
        using var network = Fresh(classCount: 2);
        var message = Assert.Throws<LatException>(() =>
            StartingWeights.Load(network, Weights(WeightsPart.Detector) with { SkipMismatchedHead = true }, File)).Message;
        Assert.Contains($"missing: {BodyWeight} [16, 16, 3, 3]", message, StringComparison.Ordinal);
        Assert.Contains("unexpected: epoch F32 [3]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfOlderPublishedDetectorsAreUnderstood()
    {
        Save(name => name.Replace("inner_blocks.0.0.", "inner_blocks.0.", StringComparison.Ordinal)
            .Replace("layer_blocks.3.0.", "layer_blocks.3.", StringComparison.Ordinal)
            .Replace("rpn.head.conv.0.0.", "rpn.head.conv.", StringComparison.Ordinal));
        using var network = Fresh(classCount: 2);
        StartingWeights.Load(network, Weights(WeightsPart.Detector), File);
        Assert.True(IsLoaded(network, "rpn.head.conv.0.0.weight"));
        Assert.True(IsLoaded(network, "backbone.fpn.inner_blocks.0.0.weight"));
    }

    [Fact]
    public void AFileWithAnotherHashIsRefused()
    {
        System.IO.File.WriteAllText(File, "other");
        var expected = new string('a', 64);
        Assert.Contains(expected, Assert.Throws<LatException>(() => PretrainedWeights.Verify(File, expected)).Message, StringComparison.Ordinal);
        Assert.Equal(ContentHash.OfFile(File), PretrainedWeights.Verify(File, ContentHash.OfFile(File).Hex));
        Assert.Contains("64 lower-case", Assert.Single(new PretrainedWeights { File = "a.pth", Sha256 = "ABC" }.Check()).Message, StringComparison.Ordinal);
        Assert.Empty(Weights(WeightsPart.Backbone).Check());
    }

    private PretrainedWeights Weights(WeightsPart part) => new() { File = File, Sha256 = new string('0', 64), Part = part };

    private static FasterRcnn Fresh(int classCount) => new(Some.TinyDetector, classCount, new Seed(99));

    /// <summary>Saves the tiny network under other names; a name of null is left out.</summary>
    private void Save(Func<string, string?> rename)
    {
        using var network = Some.TinyNetwork();
        SafeTensorsFile.Write(File, NetworkState.Of(network)
            .Select(entry => (Name: rename(entry.Name), entry.Tensor)).Where(entry => entry.Name is not null)
            .Select(entry => KeyValuePair.Create(entry.Name!, entry.Tensor)));
    }

    private static bool IsLoaded(FasterRcnn network, string name)
    {
        using var saved = Some.TinyNetwork();
        return saved.get_parameter(name)!.Values().SequenceEqual(network.get_parameter(name)!.Values());
    }
}
