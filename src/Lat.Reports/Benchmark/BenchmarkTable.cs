namespace Lat.Reports;

/// <summary>
/// Methods against targets in one metric: the mean and the deviation over seeds, and the difference to the baseline. The best of a column
/// is bold only where its lead over the next lies outside its interval, or where none was measured, is more than the larger of their deviations;
/// one seed makes nothing bold.
/// </summary>
public static class BenchmarkTable
{
    public static ReportTable Build(ExperimentResults results, EvaluationMetric metric, BenchmarkTableOptions? options = null)
    {
        options ??= new BenchmarkTableOptions();
        var columns = results.Targets.Select(target => Column(method => MethodScores.OnTarget(results, method, target, metric))).ToList();
        var heads = results.Targets.Select(target => $"{target} {metric.ToLabel()}").ToList();
        if (results.Targets.Count > 1)
        {
            columns.Add(Column(method => MethodScores.OverTargets(results, method, metric, options.Baseline)));
            heads.Add($"mean {metric.ToLabel()}");
        }

        return new ReportTable(
            [new ReportColumn("method", ColumnAlignment.Left), .. heads.Select(head => new ReportColumn(head))],
            results.Methods
                .Select((method, row) => columns.Select(column => column[row]).Prepend(new ReportCell(method)).ToEquatableArray())
                .ToEquatableArray());

        List<ReportCell> Column(Func<string, MethodScores> scoresOf)
        {
            var scores = results.Methods.Select(scoresOf).ToList();
            var baseline = scores.FirstOrDefault(score => score.Method == options.Baseline);
            var best = BestOutsideTheSpread(scores.Where(score => score.Method != options.Ceiling));
            return [.. scores.Select(score => new ReportCell(score.ToText(baseline), score == best))];
        }
    }

    private static MethodScores? BestOutsideTheSpread(IEnumerable<MethodScores> scores)
    {
        var ranked = scores.Where(score => score.Statistics.Count > 0).OrderByDescending(score => score.Statistics.Mean).ToList();
        if (ranked.Count < 2)
        {
            return null;
        }

        return ranked[0].IsBeyond(ranked[1]) ? ranked[0] : null;
    }
}
