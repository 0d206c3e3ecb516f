namespace Lat.Reports;

/// <summary>What each row cost, and what all of them together did.</summary>
public static class CostTable
{
    public static ReportTable Build(ExperimentResults results) => new(
        [
            new ReportColumn("row", ColumnAlignment.Left),
            new ReportColumn("stages"),
            new ReportColumn("CPU hours"),
            new ReportColumn("GPU hours"),
            new ReportColumn("peak memory"),
            new ReportColumn("disk"),
            new ReportColumn("of its own: stages"),
            new ReportColumn("CPU hours"),
            new ReportColumn("GPU hours"),
        ],
        results.Rows.Select(row => Row(row.Name, row.Cost, row.OwnCost)).Append(Row("all together", results.Cost, null)).ToEquatableArray());

    /// <summary>One line: what all stages cost when they ran.</summary>
    public static string Summary(RunCost cost) => FormattableString.Invariant(
        $"{cost.Stages} computations cost {CostText.Hours(cost.CpuSeconds)} CPU hours and {CostText.Hours(cost.GpuSeconds)} GPU hours when they ran; the largest process had {CostText.Bytes(cost.PeakMemoryBytes)} of memory; they hold {CostText.Bytes(cost.OutputBytes)} of disk");

    /// <summary>What stands above the table: the summary, and how to read a row.</summary>
    public static string Legend(RunCost cost) => $"{Summary(cost)}. A row's own cost is what no other row needs too.";

    private static EquatableArray<ReportCell> Row(string name, RunCost cost, RunCost? own) =>
    [
        new ReportCell(name),
        new ReportCell(FormattableString.Invariant($"{cost.Stages}")),
        new ReportCell(CostText.Hours(cost.CpuSeconds)),
        new ReportCell(CostText.Hours(cost.GpuSeconds)),
        new ReportCell(CostText.Bytes(cost.PeakMemoryBytes)),
        new ReportCell(CostText.Bytes(cost.OutputBytes)),
        new ReportCell(own is null ? Points.Absent : FormattableString.Invariant($"{own.Stages}")),
        new ReportCell(own is null ? Points.Absent : CostText.Hours(own.CpuSeconds)),
        new ReportCell(own is null ? Points.Absent : CostText.Hours(own.GpuSeconds)),
    ];
}
