using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>Torchvision's own R50-FPN, run beside ours.</summary>
[NoLiveTensors]
public class TorchvisionLiveTests
{
    [TorchvisionFact]
    public void TheDetectorOnResNet50WithFrozenNormsAgreesWithTorchvisionRunNow()
    {
        using var folder = new TemporaryFolder();
        TorchvisionPython.Run("parity.py", "resnet50", folder["parity.json"]);
        using var golden = JsonDocument.Parse(File.ReadAllText(folder["parity.json"]));
        using var comparison = new ParityComparison(golden.RootElement);
        comparison.Features("prediction");
        comparison.Detections();
        comparison.Alignment();
        comparison.Samples();
        comparison.LossesAndGradients();
    }
}
