namespace Lat.Reports;

/// <summary>A table as content, to be rendered for a file or a terminal.</summary>
/// <param name="Columns">The heads.</param>
/// <param name="Rows">The cells, each row as long as there are columns.</param>
public sealed record ReportTable(EquatableArray<ReportColumn> Columns, EquatableArray<EquatableArray<ReportCell>> Rows)
{
    /// <summary>The width of each column: its longest text or its head, and at least 3.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    internal int[] Widths(Func<ReportCell, string> render)
    {
        if (Rows.Any(row => row.Count != Columns.Count))
        {
            throw new ArgumentException(FormattableString.Invariant($"Every row of the table must have {Columns.Count} cells."));
        }

        return [.. Columns.Select((column, index) =>
            Rows.Select(row => render(row[index]).Length).Append(render(new ReportCell(column.Head)).Length).Append(3).Max())];
    }
}
