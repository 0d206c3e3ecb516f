namespace Lat.Reports;

/// <summary>Classes of one target against methods, AP50 in points, the mean over seeds.</summary>
public static class ClassTable
{
    public static ReportTable Build(ExperimentResults results, DatasetName target)
    {
        var onTarget = results.Results.Where(result => result.Target == target).ToList();
        var methods = results.Methods.Where(method => onTarget.Any(result => result.Method == method)).ToList();
        var classes = onTarget.SelectMany(result => result.Metrics.PerClass)
            .DistinctBy(item => item.ClassName).ToList();
        return new ReportTable(
            [
                new ReportColumn("class", ColumnAlignment.Left),
                new ReportColumn("objects"),
                .. methods.Select(method => new ReportColumn(method)),
            ],
            classes.Select(item => methods.Select(method => Points.Of(Mean(method, item.ClassName)))
                .Prepend(FormattableString.Invariant($"{item.GroundTruthCount}")).Prepend(item.ClassName.Value)
                .Select(text => new ReportCell(text)).ToEquatableArray()).ToEquatableArray());

        double Mean(string method, ClassName name) => SeedStatistics.Of(onTarget.Where(result => result.Method == method)
            .SelectMany(result => result.Metrics.PerClass).Where(item => item.ClassName == name).Select(item => item.Ap50)).Mean;
    }
}
