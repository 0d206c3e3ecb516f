namespace Lat.Evaluation;

/// <summary>
/// Intervals by drawing the images of a validation set anew, with replacement. With several runs (seeds) of one method these are drawn anew, too,
/// and averaged. Runs that are compared see the same draws, so what is hard for both cancels out.
/// </summary>
public static class ImageBootstrap
{
    /// <summary>The 12 numbers of a method with their intervals.</summary>
    /// <param name="runs">One input for each run of the method, all on the same images.</param>
    /// <param name="bootstrap">How to draw; null for the defaults.</param>
    /// <param name="evaluation">What differs from the official definition; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no run, or the runs differ in images.</exception>
    public static EquatableArray<MetricInterval> Intervals(
        IReadOnlyList<CocoInput> runs, BootstrapOptions? bootstrap = null, CocoEvaluationOptions? evaluation = null)
    {
        bootstrap ??= new BootstrapOptions();
        var prepared = Prepare(runs, evaluation);
        var values = Whole(prepared);
        var drawn = Draw(prepared, bootstrap);
        return Enum.GetValues<EvaluationMetric>()
            .Select(metric => new MetricInterval(metric, values[(int)metric], Percentile(drawn.Select(draw => draw[(int)metric]), bootstrap)))
            .ToEquatableArray();
    }

    /// <summary>How two methods differ on the same images, second minus first. With several runs the n-th of each belong together.</summary>
    /// <param name="first">The runs of one method.</param>
    /// <param name="second">As many runs of another.</param>
    /// <param name="bootstrap">How to draw; null for the defaults.</param>
    /// <param name="evaluation">What differs from the official definition; null for nothing.</param>
    /// <exception cref="ArgumentException">The sides differ in images or in their number of runs.</exception>
    public static EquatableArray<MetricDifference> Differences(
        IReadOnlyList<CocoInput> first, IReadOnlyList<CocoInput> second, BootstrapOptions? bootstrap = null, CocoEvaluationOptions? evaluation = null)
    {
        bootstrap ??= new BootstrapOptions();
        var (one, other) = (Prepare(first, evaluation), Prepare(second, evaluation));
        if (one.Length != other.Length || one[0].ImageCount != other[0].ImageCount)
        {
            throw new ArgumentException("Two sides are compared run by run, on the same images.");
        }

        var (before, after) = (Whole(one), Whole(other));
        var (drawnBefore, drawnAfter) = (Draw(one, bootstrap), Draw(other, bootstrap));
        return Enum.GetValues<EvaluationMetric>().Select(metric => new MetricDifference(
            metric,
            before[(int)metric],
            after[(int)metric],
            Percentile(drawnBefore.Zip(drawnAfter, (x, y) => y[(int)metric] - x[(int)metric]), bootstrap))).ToEquatableArray();
    }

    private static WeightedEvaluation[] Prepare(IReadOnlyList<CocoInput> runs, CocoEvaluationOptions? evaluation) =>
        runs.Count > 0 && runs.All(run => run.ImageCount == runs[0].ImageCount)
            ? [.. runs.Select(run => new WeightedEvaluation(run, evaluation ?? new CocoEvaluationOptions()))]
            : throw new ArgumentException("Intervals need at least one run, and all of them on the same images.");

    private static double[] Whole(WeightedEvaluation[] runs)
    {
        var once = new int[runs[0].ImageCount];
        Array.Fill(once, 1);
        return Mean([.. runs.Select(run => run.Measure(once))]);
    }

    /// <summary>One row of 12 numbers for each replicate. A replicate's draws depend on its number only, not on the machine's cores.</summary>
    private static double[][] Draw(WeightedEvaluation[] runs, BootstrapOptions options)
    {
        options.Validate();
        var images = runs[0].ImageCount;
        var drawn = new double[options.Replicates][];
        Parallel.For(0, options.Replicates, replicate =>
        {
            var random = options.Seed.Derive("bootstrap").Derive(replicate).ToStream();
            var weights = new int[images];
            for (var draw = 0; draw < images; draw++)
            {
                weights[random.NextInt(images)]++;
            }

            var chosen = runs.Select(run => runs.Length == 1 ? run : runs[random.NextInt(runs.Length)]).ToList();
            drawn[replicate] = Mean([.. chosen.Select(run => run.Measure(weights))]);
        });
        return drawn;
    }

    private static double[] Mean(double[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(index => SeedStatistics.Of(rows.Select(row => row[index])).Mean)];

    /// <summary>Between the sorted values, linearly. Replicates without the number are left out.</summary>
    private static Interval Percentile(IEnumerable<double> values, BootstrapOptions options)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        var tail = (1 - options.Confidence) / 2;
        return sorted.Length == 0 ? Interval.Unknown : new Interval(At(tail), At(1 - tail));

        double At(double share)
        {
            var position = share * (sorted.Length - 1);
            var below = (int)position;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }
    }
}
