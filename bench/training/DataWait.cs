using Lat.Core;
using Lat.Detection;

namespace Lat.Bench.Training;

/// <summary>What the data cost a step: prepared in the background, as the product does, inside the step, and not at all.</summary>
internal static class DataWait
{
    private const double Limit = 0.03;

    private static readonly string[] Ways = ["background", "in the step", "no data"];

    /// <returns>Whether the share of waiting is below its limit in the round that was disturbed least.</returns>
    public static bool Measure(Quickstart quickstart, Arguments arguments)
    {
        var (iterations, rounds) = (arguments.Int("--iterations", 40), arguments.Int("--rounds", 3));
        var measured = Ways.ToDictionary(way => way, _ => new List<(double Speed, double Share)>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var way in round % 2 == 0 ? Ways : Ways.Reverse())
            {
                measured[way].Add(Train(quickstart, way, iterations));
            }
        }

        var ideal = Fastest(measured["no data"]).Speed;
        Console.WriteLine(FormattableString.Invariant($"{"data prepared",-16}{"images/s",10}{"ratio",8}{"waiting",10}{"median",10}"));
        foreach (var way in Ways)
        {
            var (speed, shares) = (Fastest(measured[way]).Speed, measured[way].Select(entry => entry.Share).Order().ToList());
            Console.WriteLine(FormattableString.Invariant($"{way,-16}{speed,10:F1}{speed / ideal,8:F2}{shares[0],10:P2}{shares[shares.Count / 2],10:P2}"));
        }

        var met = measured["background"].Min(entry => entry.Share) < Limit;
        Console.WriteLine(FormattableString.Invariant($"waiting in the background's best round < {Limit:P0}: {(met ? "met" : "MISSED")}"));
        return met;
    }

    private static (double Speed, double Share) Fastest(IEnumerable<(double Speed, double Share)> rounds) => rounds.MaxBy(round => round.Speed);

    /// <summary>The first report is left out: it has the wait for the first batch, and code that is compiled for the first time.</summary>
    private static (double Speed, double Share) Train(Quickstart quickstart, string way, int iterations)
    {
        var options = quickstart.Spec.Training with { Iterations = iterations, ReportEvery = iterations / 4, CheckpointEvery = 0 };
        var (reports, seed) = (new Reports(), new Seed(1));
        using var network = new FasterRcnn(quickstart.Spec.Network, quickstart.Space.Count, seed);
        if (way == "background")
        {
            DetectorTrainer.Train(
                network, quickstart.Source, new SamplingPlan(), options, new DetectorLossOptions(), seed, quickstart.Folder(), reports);
        }
        else
        {
            var training = new UnfetchedTraining(network, quickstart.Source, options, seed, keepsOneBatch: way == "no data");
            new TrainingLoop(options, seed, quickstart.Folder(), reports).Run(training, CancellationToken.None);
        }

        var settled = reports.Skip(1).ToList();
        return (1 / settled.Average(report => 1 / report.ImagesPerSecond), settled.Average(report => report.DataWaitShare));
    }
}
