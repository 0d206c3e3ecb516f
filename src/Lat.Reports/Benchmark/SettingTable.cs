namespace Lat.Reports;

/// <summary>The settings in which an experiment differs from the publication that it stands beside.</summary>
public static class SettingTable
{
    public static ReportTable Build(IEnumerable<SettingDeviation> deviations) => new(
        [new ReportColumn("setting", ColumnAlignment.Left), new ReportColumn("published"), new ReportColumn("here")],
        deviations.Select(item => (EquatableArray<ReportCell>)[new ReportCell(item.Field), new ReportCell(item.Published), new ReportCell(item.Here)]).ToEquatableArray());
}
