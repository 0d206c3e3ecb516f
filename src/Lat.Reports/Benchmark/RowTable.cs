namespace Lat.Reports;

/// <summary>What each row is and which data its detector saw.</summary>
public static class RowTable
{
    public static ReportTable Build(ExperimentResults results) => new(
        [
            new ReportColumn("row", ColumnAlignment.Left),
            new ReportColumn("method", ColumnAlignment.Left),
            new ReportColumn("iterations"),
            new ReportColumn("trains on", ColumnAlignment.Left),
        ],
        results.Rows.Select(row => (EquatableArray<ReportCell>)
        [
            new ReportCell(row.Name),
            new ReportCell(row.Method),
            new ReportCell(FormattableString.Invariant($"{row.Iterations}")),
            new ReportCell(row.TrainsOn),
        ]).ToEquatableArray());
}
