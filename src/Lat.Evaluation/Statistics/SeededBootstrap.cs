namespace Lat.Evaluation;

/// <summary>
/// Measures the runs of a method, and of its baseline, on images drawn anew: the spread of the numbers over images, and of the differences where
/// both see the same draws. Only standard errors are taken from it, for which few draws do (Efron and Tibshirani 1993, chapter 6).
/// </summary>
public static class SeededBootstrap
{
    /// <summary>How to draw where nothing else is asked: 200 times, which is known to within a twentieth of the error.</summary>
    public static BootstrapOptions Defaults { get; } = new() { Replicates = 200 };

    /// <summary>Everything that is known of a row.</summary>
    /// <param name="runs">One input for each seed, all on the same images.</param>
    /// <param name="baseline">The baseline's inputs, the n-th of the same seed as the n-th run; null where the row has nothing to be compared with.</param>
    /// <param name="bootstrap">How to draw; null for <see cref="Defaults"/>. Its confidence is not used: the intervals are of 95 %.</param>
    /// <param name="evaluation">What differs from the official definition; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no run, or the sides differ in images, classes or their number of runs.</exception>
    public static MethodStatistics Measure(
        IReadOnlyList<CocoInput> runs, IReadOnlyList<CocoInput>? baseline, BootstrapOptions? bootstrap = null, CocoEvaluationOptions? evaluation = null)
    {
        var options = bootstrap ?? Defaults;
        options.Validate();
        var all = runs.Concat(baseline ?? []).ToList();
        if (runs.Count == 0 || (baseline is not null && baseline.Count != runs.Count) || all.Any(run => run.ImageCount != all[0].ImageCount || run.LabelSpace != all[0].LabelSpace))
        {
            throw new ArgumentException("A row is compared run by run, on the same images and classes.");
        }

        var (own, other) = (Prepare(runs, evaluation), Prepare(baseline ?? [], evaluation));
        var once = new int[all[0].ImageCount];
        Array.Fill(once, 1);
        var (values, theirs) = (own.Select(run => run.MeasureWithClasses(once)).ToList(), other.Select(run => run.MeasureWithClasses(once)).ToList());
        var (drawn, differences) = Draw(own, other, options);
        var metrics = Enum.GetValues<EvaluationMetric>().Length;
        return new MethodStatistics(
            Enumerable.Range(0, metrics).Select(index => new MetricStatistics((EvaluationMetric)index, Value(index), Difference(index))).ToEquatableArray(),
            Enumerable.Range(0, all[0].LabelSpace.Count).Select(index => new ClassStatistics(
                all[0].LabelSpace[index], own[0].ToFind(index, once), Value(metrics + index), Difference(metrics + index))).ToEquatableArray());

        Estimate Value(int column) => Estimate.Of(values.Select(row => row[column]), Error(drawn, column));

        Estimate? Difference(int column) => theirs.Count == 0 ? null : Estimate.Of(values.Zip(theirs, (mine, its) => mine[column] - its[column]), Error(differences, column));
    }

    private static WeightedEvaluation[] Prepare(IReadOnlyList<CocoInput> runs, CocoEvaluationOptions? evaluation) =>
        [.. runs.Select(run => new WeightedEvaluation(run, evaluation ?? new CocoEvaluationOptions()))];

    /// <summary>
    /// A row of numbers for each replicate, the means over the runs: the 12, then AP50 of each class. A replicate's draws depend on its number
    /// only, so every row of a table sees the same images.
    /// </summary>
    private static (double[][] Values, double[][] Differences) Draw(WeightedEvaluation[] own, WeightedEvaluation[] other, BootstrapOptions options)
    {
        var images = own[0].ImageCount;
        var (values, differences) = (new double[options.Replicates][], new double[options.Replicates][]);
        Parallel.For(0, options.Replicates, replicate =>
        {
            var random = options.Seed.Derive("statistics").Derive(replicate).ToStream();
            var weights = new int[images];
            for (var draw = 0; draw < images; draw++)
            {
                weights[random.NextInt(images)]++;
            }

            values[replicate] = Mean(own, weights);
            differences[replicate] = other.Length == 0 ? [] : [.. values[replicate].Zip(Mean(other, weights), (mine, its) => mine - its)];
        });
        return (values, differences);
    }

    private static double[] Mean(WeightedEvaluation[] runs, int[] weights)
    {
        var rows = runs.Select(run => run.MeasureWithClasses(weights)).ToList();
        return [.. Enumerable.Range(0, rows[0].Length).Select(column => SeedStatistics.Of(rows.Select(row => row[column])).Mean)];
    }

    private static double Error(double[][] replicates, int column) => SeedStatistics.Of(replicates.Select(row => row[column])).StandardDeviation;
}
