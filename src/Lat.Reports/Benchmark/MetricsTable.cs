namespace Lat.Reports;

/// <summary>Every method on every target in all 12 numbers, in points, the mean over seeds.</summary>
public static class MetricsTable
{
    public static ReportTable Build(ExperimentResults results)
    {
        var metrics = Enum.GetValues<EvaluationMetric>();
        var rows = from target in results.Targets
                   from method in results.Methods
                   let seeds = results.Results.Where(result => result.Target == target && result.Method == method).ToList()
                   where seeds.Count > 0
                   select metrics.Select(metric => Points.Of(SeedStatistics.Of(seeds.Select(result => result.Metrics[metric])).Mean))
                       .Prepend(method).Prepend(target.Value).Select(text => new ReportCell(text)).ToEquatableArray();
        return new ReportTable(
            [
                new ReportColumn("target", ColumnAlignment.Left),
                new ReportColumn("method", ColumnAlignment.Left),
                .. metrics.Select(metric => new ReportColumn(metric.ToLabel())),
            ],
            rows.ToEquatableArray());
    }
}
