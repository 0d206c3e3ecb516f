using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Against the original code's answers, made by eng/golden/dinov2.</summary>
[NoLiveTensors]
public sealed class VisionTransformerParityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("registers")]
    [InlineData("gated")]
    [InlineData("gated-registers")]
    public void EveryBlocksMapIsThatOfTheOriginal(string name)
    {
        var golden = Golden.Read("dinov2.json").EnumerateArray().Single(network => network.GetProperty("name").GetString() == name);
        var options = VisionTransformerRecipe.Options(golden);
        VisionTransformerRecipe.Save(options, _folder["w"]);
        using (var checkpoint = CheckpointFile.Open(_folder["w"]))
        {
            Assert.Equal(golden.GetProperty("tensors").EnumerateArray().Select(tensor => tensor.GetString()), checkpoint.Entries.Select(entry => entry.Name));
        }

        using var extractor = VisionTransformerExtractor.Load(_folder["w"], options, [.. Enumerable.Range(0, options.Depth)], VisionTransformerPyramid.OneMap, CPU);
        foreach (var expected in golden.GetProperty("maps").EnumerateArray())
        {
            using var scope = NewDisposeScope();
            var map = extractor.Extract(ImageOf(expected), new ImageSize(200, 200))[0];
            var blocks = new ExpectedTensors(expected.GetProperty("layers"));
            for (var block = 0; block < options.Depth; block++)
            {
                blocks.AssertEqual($"block{block}", map.narrow(1, block * options.Width, options.Width).contiguous());
            }
        }
    }

    [DinoFact]
    public void APublishedCheckpointsTwinLoadsWithoutConversionAndGivesTheOriginalsMap()
    {
        TorchvisionPython.Run("../dinov2/checkpoint.py", Environment.GetEnvironmentVariable(DinoFactAttribute.Variable)!, "vits14", _folder.Path);
        using var golden = JsonDocument.Parse(File.ReadAllText(_folder["dinov2_vits14.json"]));
        using var extractor = VisionTransformerExtractor.Load(
            _folder["dinov2_vits14_pretrain.pth"], VisionTransformerModel.Small, [], VisionTransformerPyramid.OneMap, CPU);
        using var map = extractor.Extract(ImageOf(golden.RootElement), new ImageSize(112, 84))[0];
        new ExpectedTensors(golden.RootElement.GetProperty("layers")).AssertEqual("last", map);
    }

    private static RgbImage ImageOf(JsonElement map)
    {
        var size = map.Ints("image");
        return Recipe.Image("image", size[0], size[1]);
    }
}
