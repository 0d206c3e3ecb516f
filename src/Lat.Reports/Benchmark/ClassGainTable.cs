namespace Lat.Reports;

/// <summary>What each row gains and loses in each class of one target, AP50 in points against the baseline.</summary>
public static class ClassGainTable
{
    /// <returns>Null where no row was compared with a baseline.</returns>
    public static ReportTable? Build(ExperimentResults results, DatasetName target, BenchmarkTableOptions? options = null)
    {
        options ??= new BenchmarkTableOptions();
        var rows = results.Ordered().Statistics.Where(item => item.Target == target).ToList();
        var compared = rows.Where(row => row.Measured.Classes.Any(item => item.Difference is not null)).ToList();
        if (rows.FirstOrDefault(row => row.Method == options.Baseline) is not { } baseline || compared.Count == 0)
        {
            return null;
        }

        return new ReportTable(
            [
                new ReportColumn("class", ColumnAlignment.Left),
                new ReportColumn("objects"),
                new ReportColumn(options.Baseline),
                .. compared.Select(row => new ReportColumn(row.Method)),
            ],
            baseline.Measured.Classes.Where(item => item.Objects > 0).Select(item => compared
                .Select(row => row.Measured.Classes.FirstOrDefault(other => other.ClassName == item.ClassName)?.Difference)
                .Select(gain => gain is null ? Points.Absent : Points.Gain(gain))
                .Prepend(Points.Of(item.Value.Mean)).Prepend(FormattableString.Invariant($"{item.Objects}")).Prepend(item.ClassName.Value)
                .Select(text => new ReportCell(text)).ToEquatableArray()).ToEquatableArray());
    }
}
