using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Bench;

/// <summary>torchvision's fasterrcnn_resnet50_fpn, with its own numbers; resnet50.py has the same.</summary>
internal static class TorchvisionResNet50
{
    public const int Classes = 90;

    public static DetectorOptions Options { get; } = DetectorOptions.ResNet50Fpn with
    {
        Anchors = new AnchorOptions { Sizes = [32, 64, 128, 256, 512], RoundCorners = true },
        Proposals = DetectorOptions.ResNet50Fpn.Proposals with { TrainingPreNms = 2000, TrainingPostNms = 2000 },
        Regions = DetectorOptions.ResNet50Fpn.Regions with { Aligned = false },
    };

    public static FasterRcnn Load(string path, torch.Device? device = null)
    {
        var network = new FasterRcnn(Options, Classes, new Seed(1), device);
        NetworkWeights.Load(network, path);
        return network;
    }
}
