using Lat.Detection;

namespace Lat.Pipeline.Tests;

public sealed class WeightsDeskTests : IDisposable
{
    private static readonly string _unknown = new('0', 64);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnExperimentWithoutWeightsLacksNone()
    {
        var (code, text) = Check();
        Assert.Equal(0, code);
        Assert.Equal("The experiment names no weights: every network starts from random ones.", text.TrimEnd());
    }

    [Fact]
    public void AFileThatSeveralFieldsNameIsListedOnceAndFoundRight()
    {
        File.WriteAllText(_folder["a"], "weights");
        var hash = ContentHash.OfFile(_folder["a"]);
        var (code, text) = Check($"detector.weights={{file: {_folder["a"]}, sha256: {hash}}}");
        Assert.Equal(0, code);
        Assert.Equal(
            [$"detector.weights, extractor.weights, downstream.weights: {_folder["a"]}", $"  right: 7 B, SHA-256 {hash}", "Weights: 1 right, 0 missing or wrong"],
            text.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public void AMissingDinoV2IsNamedWithItsAddress()
    {
        var (code, text) = Check($"extractor.pretrained={{kind: dinov2, model: vitb14_reg, file: {_folder["b"]}, sha256: {_unknown}}}");
        Assert.Equal(1, code);
        Assert.Contains(
            $"missing at '{_folder["b"]}'. Published at https://dl.fbaipublicfiles.com/dinov2/dinov2_vitb14/dinov2_vitb14_reg4_pretrain.pth", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherFileIsShownWithBothHashes()
    {
        File.WriteAllText(_folder["a"], "other");
        var (code, text) = Check($"extractor.pretrained={{kind: mobilenetv2, file: {_folder["a"]}, sha256: {_unknown}}}");
        Assert.Equal(1, code);
        Assert.Contains($"another file (5 B): its SHA-256 is {ContentHash.OfFile(_folder["a"])}, the experiment names {_unknown}.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VisionTransformerModel.Small, "dinov2_vits14/dinov2_vits14_pretrain.pth")]
    [InlineData(VisionTransformerModel.GiantWithRegisters, "dinov2_vitg14/dinov2_vitg14_reg4_pretrain.pth")]
    public void EveryPublishedNetworkHasAnAddress(VisionTransformerModel model, string path) =>
        Assert.Equal("https://dl.fbaipublicfiles.com/dinov2/" + path, PublishedWeights.Of(model));

    [Fact]
    public void TorchvisionsFilesAreKnownByTheBeginningOfTheirHash()
    {
        Assert.Equal("https://download.pytorch.org/models/resnet50-0676ba61.pth", PublishedWeights.Of("0676ba61" + new string('1', 56)));
        Assert.Null(PublishedWeights.Of(_unknown));
    }

    private static (int Code, string Text) Check(params string[] settings)
    {
        using var output = new StringWriter();
        return (new WeightsDesk(output).Check(Some.Experiment(settings)), output.ToString());
    }
}
