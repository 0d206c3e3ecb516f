using Lat.Core;
using Lat.Detection;

namespace Lat.Bench.Detector;

/// <summary>The same settings as in peer.py.</summary>
internal static class Settings
{
    private const int StreetsClasses = 6;

    /// <summary>The network of experiments/quickstart.yaml.</summary>
    private static DetectorOptions Small { get; } = new() { FinestLevel = 3, Anchors = new AnchorOptions { Sizes = [16, 32, 64, 128] } };

    public static int ThreadsOf(string group) => group.StartsWith("r50", StringComparison.Ordinal) ? 2 : 1;

    public static FasterRcnn NetworkOf(string group, string folder) => group.StartsWith("r50", StringComparison.Ordinal)
        ? TorchvisionResNet50.Load(Path.Combine(folder, "r50.safetensors"))
        : new FasterRcnn(Small, StreetsClasses, new Seed(1));

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
