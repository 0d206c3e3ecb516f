using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class ReducedPrecisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheGradientsOfTheTwinAreThoseOfTheNetworkUpToBfloat16()
    {
        using var scope = NewDisposeScope();
        using FasterRcnn full = Some.TinyNetwork(), reduced = Some.TinyNetwork();
        var expected = Gradients(full, TrainingPrecision.Full);
        var actual = Gradients(reduced, TrainingPrecision.BFloat16);
        var (dot, expectedNorm, actualNorm) = (0.0, 0.0, 0.0);
        for (var index = 0; index < expected.Length; index++)
        {
            dot += (double)expected[index] * actual[index];
            expectedNorm += (double)expected[index] * expected[index];
            actualNorm += (double)actual[index] * actual[index];
        }

        Assert.InRange(dot / Math.Sqrt(expectedNorm * actualNorm), 0.98, 1);
        Assert.InRange(Math.Sqrt(actualNorm / expectedNorm), 0.95, 1.05);
    }

    [Fact]
    public void LossesStayWithinNoiseOfFloat32AndTheWeightsAreFloat32()
    {
        var (full, reduced) = (Train("full", TrainingPrecision.Full), Train("reduced", TrainingPrecision.BFloat16));
        Assert.InRange(reduced, full * 0.85, full * 1.15);
    }

    private double Train(string folder, TrainingPrecision precision)
    {
        var reports = new List<TrainingProgress>();
        using var network = Some.TinyNetwork();
        var options = new TrainingOptions { Iterations = 20, BatchSize = 2, BaseLearningRate = 0.02, WarmupIterations = 5, ReportEvery = 10, Precision = precision };
        DetectorTrainer.Train(
            network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), _folder[folder], new Recorder(reports));
        Assert.All(network.parameters(), parameter => Assert.Equal(float32, parameter.dtype));
        return reports[1].Losses.Sum(loss => loss.Value);
    }

    private static float[] Gradients(FasterRcnn network, TrainingPrecision precision)
    {
        var options = new TrainingOptions { Iterations = 1, BatchSize = 2, Precision = precision };
        using var training = new DetectorTraining(network, new TwoImages(), new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1));
        network.train();
        training.ComputeLosses(0, new Seed(1).ToStream()).Total().backward();
        training.FinishGradient();
        return [.. network.parameters().SelectMany(parameter => parameter.grad!.Values())];
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
