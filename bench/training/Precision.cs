using Lat.Core;
using Lat.Detection;
using Lat.Evaluation;
using TorchSharp;

namespace Lat.Bench.Training;

/// <summary>The quickstart's detector trained in float32 and in bfloat16 from the same seeds: final loss and AP50, and whether they differ by more than seeds do.</summary>
internal static class Precision
{
    /// <returns>Whether loss and AP50 of bfloat16 lie within the noise of float32.</returns>
    public static bool Compare(Quickstart quickstart, Arguments arguments)
    {
        var (seeds, iterations) = (arguments.Int("--seeds", 3), arguments.Int("--iterations", 300));
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 2);
        var (full, reduced) = (new List<Outcome>(), new List<Outcome>());
        Console.WriteLine($"{"seed",-6}{"loss f32",10}{"bf16",10}{"AP50 f32",10}{"bf16",10}{"AP f32",10}{"bf16",10}{"time bf16/f32",15}");
        for (var seed = 1; seed <= seeds; seed++)
        {
            var (a, b) = (Train(quickstart, iterations, seed, TrainingPrecision.Full), Train(quickstart, iterations, seed, TrainingPrecision.BFloat16));
            full.Add(a);
            reduced.Add(b);
            Console.WriteLine(FormattableString.Invariant(
                $"{seed,-6}{a.Loss,10:F4}{b.Loss,10:F4}{100 * a.Ap50,10:F1}{100 * b.Ap50,10:F1}{100 * a.Ap,10:F1}{100 * b.Ap,10:F1}{b.Seconds / a.Seconds,15:F2}"));
        }

        var loss = IsNoise("loss", [.. full.Select(run => run.Loss)], [.. reduced.Select(run => run.Loss)]);
        var ap50 = IsNoise("AP50", [.. full.Select(run => 100 * run.Ap50)], [.. reduced.Select(run => 100 * run.Ap50)]);
        return loss && ap50;
    }

    /// <summary>
    /// Two means of n runs whose runs scatter by s differ by up to 2 s sqrt(2/n) in nineteen of twenty cases where nothing but the seed differs.
    /// </summary>
    private static bool IsNoise(string what, double[] full, double[] reduced)
    {
        var (mean, scatter) = (reduced.Average() - full.Average(), Math.Sqrt((Variance(full) + Variance(reduced)) / 2));
        var noise = 2 * scatter * Math.Sqrt(2.0 / full.Length);
        var met = Math.Abs(mean) <= noise;
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: float32 {full.Average():G4}, bfloat16 minus float32 {mean:G3}; of noise, seeds scattering by {scatter:G3}, up to {noise:G3}: {(met ? "within" : "BEYOND")}"));
        return met;
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / Math.Max(values.Length - 1, 1);

    private static Outcome Train(Quickstart quickstart, int iterations, int number, TrainingPrecision precision)
    {
        var options = quickstart.Spec.Training with
        {
            Iterations = iterations, WarmupIterations = Math.Min(50, iterations / 6), ReportEvery = Math.Max(iterations / 10, 1), CheckpointEvery = 0, Precision = precision,
        };
        var (reports, seed) = (new Reports(), new Seed((ulong)number));
        using var network = new FasterRcnn(quickstart.Spec.Network, quickstart.Space.Count, seed.Derive("weights"));
        DetectorTrainer.Train(network, quickstart.Source, new SamplingPlan(), options, new DetectorLossOptions(), seed, quickstart.Folder(), reports);
        var metrics = Evaluate(quickstart, network);
        return new Outcome(reports[^1].Losses.Sum(loss => loss.Value), metrics.Ap50, metrics.Ap, reports[^1].TrainedSeconds);
    }

    private static CocoMetrics Evaluate(Quickstart quickstart, FasterRcnn network)
    {
        var found = new List<ImageDetections>();
        foreach (var examples in quickstart.Validation.Chunk(8))
        {
            using var images = ImageBatch.From([.. examples.Select(example => example.Image)], network.Options, torch.CPU);
            found.AddRange(network.Detect(images).Zip(examples, (detections, example) =>
                new ImageDetections(example.FileName, example.Image.Size, detections.ToEquatableArray())));
        }

        return CocoEvaluator.Evaluate(
            quickstart.Labels(quickstart.Validation), new DetectionSet(quickstart.Space, found.ToEquatableArray()), new CocoEvaluationOptions { HonorsIgnored = true }).Metrics;
    }

    private sealed record Outcome(double Loss, double Ap50, double Ap, double Seconds);
}
