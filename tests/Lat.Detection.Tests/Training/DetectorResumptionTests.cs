using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>A detector's run that is killed after any iteration ends as if it had not been, whatever the options.</summary>
[NoLiveTensors]
public sealed class DetectorResumptionTests : IDisposable
{
    private static readonly TrainingOptions Short = new()
    {
        Iterations = 5, BatchSize = 1, BaseLearningRate = 0.01, WarmupIterations = 2, CheckpointEvery = 2, ReportEvery = 1, AverageDecay = 0.9,
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Variants.Keys];

    private static Dictionary<string, TrainingOptions> Variants { get; } = new()
    {
        ["four workers that are far ahead"] = Short with { DataWorkers = 4 },
        ["bfloat16 with an average"] = Short with { Precision = TrainingPrecision.BFloat16 },
        ["AdamW, clipped, on a cosine"] = Short with { Optimizer = OptimizerKind.AdamW, GradientClipNorm = 1, Schedule = ScheduleKind.Cosine },
        ["grouped batches without empty images"] = Short with { GroupByAspectRatio = true, SkipEmptyImages = true },
        ["steps beyond the limit of the losses"] = Short with { LossLimit = 1.5, BadStepLimit = 100 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsWeightsAndItsMetricsAreThoseOfAnUndisturbedRun(string name)
    {
        var (weights, metrics) = Train(Variants[name], "whole", killAfter: null);
        for (var killed = 1; killed < Short.Iterations; killed++)
        {
            var folder = $"killed-{killed}";
            Assert.Throws<IOException>(() => Train(Variants[name], folder, killed));
            Assert.Equal((weights, metrics), Train(Variants[name], folder, killAfter: null));
        }

        Assert.Equal(Variants[name].LossLimit < new TrainingOptions().LossLimit, metrics.Contains("skippedSteps", StringComparison.Ordinal));
    }

    private (ContentHash Weights, string Metrics) Train(TrainingOptions options, string folder, int? killAfter)
    {
        using var network = Some.TinyNetwork();
        DetectorTrainer.Train(
            network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), _folder[folder], new Kill(killAfter));
        NetworkWeights.Save(network, _folder["weights-" + folder]);
        return (ContentHash.OfFile(_folder["weights-" + folder]), File.ReadAllText(Path.Combine(_folder[folder], "metrics.jsonl")));
    }

    private sealed class Kill(int? after) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Iteration == after)
            {
                throw new IOException("killed");
            }
        }
    }
}
