namespace Lat.Reports;

/// <summary>Every method on every target, beside the paper's numbers where the experiment states them.</summary>
internal static class ScoreSection
{
    private static readonly BenchmarkTableOptions Roles = new();

    public static PageSection Of(PageContent content) => new(
        "results",
        "Results",
        Legend(content.Results) + (content.Results.Methods.Contains(Roles.Ceiling) ? $" {Roles.Ceiling} is trained on the true labels: a ceiling, not a rival." : ""),
        HtmlFragment.Of(
            $"""
            <div class="scores">{content.Results.Targets.Select(target => Target(content, target))}</div>
            {BenchmarkText.Notes(content.Results).Select(line => HtmlFragment.Of($"<p>{line}</p>"))}
            {Published(content)}
            {RunSlot.Rows.Of(RowSection.Of(PageRun.None))}
            <details class="more"><summary>All twelve COCO numbers</summary>{TableMarkup.Of(MetricsTable.Build(content.Results), "Every method on every target, in points")}</details>
            {Detectors(content.Results)}
            """));

    private static string Legend(ExperimentResults results) => results.Results.Select(result => result.Seed).Distinct().Count() is var seeds && seeds > 1
        ? FormattableString.Invariant($"In points: AP times 100, the mean ± standard deviation over {seeds} seeds. A gain is the mean difference to {Roles.Baseline} on the same seeds{BenchmarkText.Interval(results, seeds)}.")
        : $"In points: AP times 100. One seed, so nothing is known of the spread. A gain is the difference to {Roles.Baseline}{BenchmarkText.Interval(results, seeds)}.";

    private static HtmlFragment Published(PageContent content) => content.Published.Count == 0
        ? HtmlFragment.Empty
        : TableMarkup.Of(PublishedTable.Build(content.Results, content.Published), "Beside the published numbers, in points");

    private static HtmlFragment Detectors(ExperimentResults results) => results.Detectors.Count == 0
        ? HtmlFragment.Empty
        : HtmlFragment.Of($"""<details class="more"><summary>Each dataset’s own detector</summary>{TableMarkup.Of(DetectorTable.Build(results), "On its own validation set, in points")}</details>""");

    private static HtmlFragment Target(PageContent content, DatasetName target)
    {
        var published = content.Published.Where(number => number.Target == target).ToList();
        var baseline = MethodScores.OnTarget(content.Results, Roles.Baseline, target, EvaluationMetric.Ap50);
        var baselineAp = MethodScores.OnTarget(content.Results, Roles.Baseline, target, EvaluationMetric.Ap);
        var rows = content.Results.Methods.Select(method => Row(
            method,
            MethodScores.OnTarget(content.Results, method, target, EvaluationMetric.Ap50),
            baseline,
            MethodScores.OnTarget(content.Results, method, target, EvaluationMetric.Ap),
            baselineAp,
            published));
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Results on {target.Value}"><table class="score">
            <caption>On <b>{target.Value}</b></caption>
            <thead><tr><th scope="col">method</th><th scope="col" class="wide"><span class="unseen">AP50 as a bar</span></th><th scope="col" class="number">AP50</th><th scope="col" class="number">gain</th>{PaperHead(published, EvaluationMetric.Ap50)}<th scope="col" class="number">AP</th><th scope="col" class="number">gain</th>{PaperHead(published, EvaluationMetric.Ap)}</tr></thead>
            <tbody>{rows}</tbody></table></div>

            """);
    }

    private static HtmlFragment Row(
        string method, MethodScores scores, MethodScores baseline, MethodScores ap, MethodScores baselineAp, List<PublishedNumber> published)
    {
        var mean = scores.Statistics.Mean;
        return HtmlFragment.Of(
            $"""<tr data-method="{method}"><th scope="row"><span class="dot" data-tone="{method}"></span>{method}</th><td class="wide"><span class="meter" data-tone="{method}" style="--part:{(double.IsNaN(mean) ? 0 : mean):0.####}"></span></td>{Value(scores)}{Gain(scores, baseline)}{Paper(published, method, EvaluationMetric.Ap50)}{Value(ap)}{Gain(ap, baselineAp)}{Paper(published, method, EvaluationMetric.Ap)}</tr>""");
    }

    private static HtmlFragment PaperHead(List<PublishedNumber> published, EvaluationMetric metric) => published.Exists(number => number.Metric == metric)
        ? HtmlFragment.Of($"""<th scope="col" class="number">paper</th>""")
        : HtmlFragment.Empty;

    /// <summary>What a publication prints, with the place where; nothing where it prints no number of the metric for the target.</summary>
    private static HtmlFragment Paper(List<PublishedNumber> published, string method, EvaluationMetric metric)
    {
        var paper = published.Find(number => number.Method == method && number.Metric == metric);
        return !published.Exists(number => number.Metric == metric) ? HtmlFragment.Empty : HtmlFragment.Of(
            $"""<td class="number muted"{(paper is null ? HtmlFragment.Empty : HtmlFragment.Of($" title=\"{paper.Place}\""))}>{(paper is null ? Points.Absent : FormattableString.Invariant($"{paper.Value:0.0}"))}</td>""");
    }

    private static HtmlFragment Value(MethodScores scores)
    {
        var deviation = scores.Statistics.StandardDeviation;
        var spread = double.IsNaN(deviation) ? HtmlFragment.Empty : HtmlFragment.Of($"""<span class="spread-text"> ± {Points.Of(deviation)}</span>""");
        return HtmlFragment.Of($"""<td class="number strong">{Points.Of(scores.Statistics.Mean)}{spread}</td>""");
    }

    private static HtmlFragment Gain(MethodScores scores, MethodScores baseline)
    {
        var gain = scores.Method == baseline.Method ? double.NaN : PairedDifference.Of(scores.BySeed, baseline.BySeed).Differences.Mean;
        return double.IsNaN(gain)
            ? HtmlFragment.Of($"""<td class="number muted">{Points.Absent}</td>""")
            : scores.Difference is { } known
                ? HtmlFragment.Of($"""<td class="number {Tone(known.Verdict)}">{Points.Gain(known)}</td>""")
                : HtmlFragment.Of($"""<td class="number {(gain < 0 ? "loss" : "gain")}">{Points.Signed(gain)}</td>""");
    }

    /// <summary>A difference inside its interval is neither a gain nor a loss.</summary>
    private static string Tone(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Better => "gain",
        DifferenceVerdict.Worse => "loss",
        _ => "muted",
    };
}
