namespace Lat.Reports;

/// <summary>What each method gains over the baseline, class by class.</summary>
internal static class ClassGainSection
{
    private static readonly string Baseline = new BenchmarkTableOptions().Baseline;

    public static PageSection Of(PageContent content) => new(
        "classes",
        "By class",
        $"AP50 of {Baseline} and what each other method adds or takes, in points; the mean over seeds. "
            + (content.Results.Statistics.Count > 0
                ? "± is half its 95 % interval; ≈ marks a difference inside its interval, which may be chance."
                : "Where there are several seeds, ± is the standard error of the mean gain."),
        Switcher.Of("Target", [.. content.Results.Targets.Select(target => (target.Value, Table(content.Results, target)))]));

    private static HtmlFragment Table(ExperimentResults results, DatasetName target)
    {
        var rivals = results.Methods.Where(method => method != Baseline).ToList();
        var classes = results.Results.Where(result => result.Target == target).SelectMany(result => result.Metrics.PerClass).DistinctBy(item => item.ClassName).ToList();
        var gains = classes.ToDictionary(item => item.ClassName, item => rivals.Select(method => Gain(results, target, method, item.ClassName)).ToList());
        var most = gains.Values.SelectMany(row => row).Select(gain => Math.Abs(gain.Differences.Mean)).Where(double.IsFinite).Append(0.05).Max();
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="AP50 by class on {target.Value}"><table class="gains">
            <caption>On <b>{target.Value}</b></caption>
            <thead><tr><th scope="col">class</th><th scope="col" class="number">objects</th><th scope="col" class="number">{Baseline}</th>{rivals.Select(method => HtmlFragment.Of($"""<th scope="col" class="diverging"><span class="dot" data-tone="{method}"></span>{method}</th>"""))}</tr></thead>
            <tbody>{classes.Select(item => HtmlFragment.Of(
                $"""<tr><th scope="row">{TableMarkup.Name(item.ClassName.Value)}</th><td class="number muted">{item.GroundTruthCount}</td><td class="number">{Points.Of(Mean(results, target, item.ClassName))}</td>{gains[item.ClassName].Select((gain, index) => Cell(gain, Measured(results, target, rivals[index], item.ClassName), rivals[index], most))}</tr>"""))}</tbody></table></div>

            """);
    }

    private static HtmlFragment Cell(PairedDifference gain, Estimate? measured, string method, double most)
    {
        var mean = gain.Differences.Mean;
        if (double.IsNaN(mean))
        {
            return HtmlFragment.Of($"""<td class="diverging muted"><span class="figure">{Points.Absent}</span></td>""");
        }

        var figure = measured is null
            ? Points.Signed(mean) + (double.IsNaN(gain.StandardError) ? "" : $" ± {Points.Of(gain.StandardError)}")
            : Points.Gain(measured);
        return HtmlFragment.Of(
            $"""<td class="diverging"><span class="bar {(mean < 0 ? "down" : "up")}" data-tone="{method}" style="--part:{Math.Abs(mean) / most:0.###}"></span><span class="figure">{figure}</span></td>""");
    }

    /// <summary>The difference with its interval over images and seeds; null where it was not measured.</summary>
    private static Estimate? Measured(ExperimentResults results, DatasetName target, string method, ClassName name) =>
        results.Statistics.FirstOrDefault(row => row.Target == target && row.Method == method)?.Measured.Classes.FirstOrDefault(item => item.ClassName == name)?.Difference;

    private static PairedDifference Gain(ExperimentResults results, DatasetName target, string method, ClassName name) =>
        PairedDifference.Of(BySeed(results, target, method, name), BySeed(results, target, Baseline, name));

    private static double Mean(ExperimentResults results, DatasetName target, ClassName name) =>
        SeedStatistics.Of(BySeed(results, target, Baseline, name).Select(pair => pair.Value)).Mean;

    private static IEnumerable<KeyValuePair<Seed, double>> BySeed(ExperimentResults results, DatasetName target, string method, ClassName name) =>
        from result in results.Results
        where result.Target == target && result.Method == method
        from item in result.Metrics.PerClass
        where item.ClassName == name
        select KeyValuePair.Create(result.Seed, item.Ap50);
}
