using Lat.Core;
using Lat.Detection;

namespace Lat.Bench.Detector;

/// <summary>The same settings as in peer.py.</summary>
internal static class Settings
{
    private const int CocoClasses = 90, StreetsClasses = 6;

    /// <summary>torchvision's fasterrcnn_resnet50_fpn, with its own numbers.</summary>
    private static DetectorOptions ResNet50 { get; } = DetectorOptions.ResNet50Fpn with
    {
        Anchors = new AnchorOptions { Sizes = [32, 64, 128, 256, 512], RoundCorners = true },
        Proposals = DetectorOptions.ResNet50Fpn.Proposals with { TrainingPreNms = 2000, TrainingPostNms = 2000 },
        Regions = DetectorOptions.ResNet50Fpn.Regions with { Aligned = false },
    };

    /// <summary>The network of experiments/quickstart.yaml.</summary>
    private static DetectorOptions Small { get; } = new() { FinestLevel = 3, Anchors = new AnchorOptions { Sizes = [16, 32, 64, 128] } };

    public static int ThreadsOf(string group) => group.StartsWith("r50", StringComparison.Ordinal) ? 2 : 1;

    public static FasterRcnn NetworkOf(string group, string folder)
    {
        if (!group.StartsWith("r50", StringComparison.Ordinal))
        {
            return new FasterRcnn(Small, StreetsClasses, new Seed(1));
        }

        var network = new FasterRcnn(ResNet50, CocoClasses, new Seed(1));
        NetworkWeights.Load(network, Path.Combine(folder, "r50.safetensors"));
        return network;
    }

    public static TrainingOptions TrainingOf(string group)
    {
        var options = new TrainingOptions
        {
            Iterations = 1_000_000,
            WarmupIterations = 0,
            BaseLearningRate = 1e-5,
            CheckpointEvery = 0,
            ReportEvery = 1_000_000,
            Threads = ThreadsOf(group),
        };
        return group == "small-train"
            ? options with { Optimizer = OptimizerKind.AdamW, WeightDecay = 0.01, GradientClipNorm = 10, AverageDecay = 0.99 }
            : options with { BiasWeightDecay = 1e-4 };
    }
}
