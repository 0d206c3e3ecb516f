using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>Against what the original computed from the same weights and images (eng/golden/deformable_detr).</summary>
[NoLiveTensors]
public class DeformableDetrParityTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("refine")]
    [InlineData("two-stage")]
    public void NamesTokensQueriesScoresBoxesLossesGradientsAndDetectionsAreTheOriginals(string name)
    {
        using var comparison = new DeformableDetrComparison(Golden.Read($"deformable-detr-{name}.json"));
        comparison.Everything();
    }

    [DeformableDetrFact]
    public void TheWholeNetworkOnResNet50AgreesWithTheOriginalRunNowAndItsCheckpointLoadsWithoutConversion()
    {
        using var folder = new TemporaryFolder();
        TorchvisionPython.Run(
            "../deformable_detr/parity.py", Environment.GetEnvironmentVariable(DeformableDetrFactAttribute.Variable)!, "resnet50", folder["parity.json"], folder["checkpoint.pth"]);
        using var golden = JsonDocument.Parse(File.ReadAllText(folder["parity.json"]));
        using var comparison = new DeformableDetrComparison(golden.RootElement);
        comparison.Everything();
        using var loaded = new DeformableDetr(comparison.Network.Options, comparison.Network.Detr, 91, new Seed(3));
        var weights = new PretrainedWeights { File = "checkpoint.pth", Sha256 = "", Part = WeightsPart.Detector };
        StartingWeights.Load(loaded, weights, folder["checkpoint.pth"]);
        Assert.All(NetworkState.Of(loaded).Zip(NetworkState.Of(comparison.Network)), pair => Assert.Equal(pair.Second.Tensor.Values(), pair.First.Tensor.Values()));
    }
}
