namespace Lat.Reports;

/// <summary>Renders a table as HTML: the first cell of each row heads it, numbers keep to the right, names keep their own direction.</summary>
internal static class TableMarkup
{
    public static HtmlFragment Of(ReportTable table, string caption) => HtmlFragment.Of(
        $"""
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table>
        <caption>{caption}</caption>
        <thead><tr>{table.Columns.Select(Head)}</tr></thead>
        <tbody>
        {table.Rows.Select(row => HtmlFragment.Of($"<tr>{row.Select((cell, index) => Cell(cell, table.Columns[index], index))}</tr>\n"))}</tbody>
        </table></div>

        """);

    /// <summary>A name from data: left to right or right to left, without turning what stands beside it.</summary>
    public static HtmlFragment Name(string text) => HtmlFragment.Of($"<bdi>{text}</bdi>");

    private static HtmlFragment Head(ReportColumn column) => HtmlFragment.Of($"""<th scope="col"{Side(column)}>{Name(column.Head)}</th>""");

    private static HtmlFragment Cell(ReportCell cell, ReportColumn column, int index)
    {
        var text = cell.IsBold ? HtmlFragment.Of($"<strong>{cell.Text}</strong>") : Name(cell.Text);
        return index == 0 ? HtmlFragment.Of($"""<th scope="row"{Side(column)}>{text}</th>""") : HtmlFragment.Of($"<td{Side(column)}>{text}</td>");
    }

    private static HtmlFragment Side(ReportColumn column) =>
        column.Alignment == ColumnAlignment.Left ? HtmlFragment.Empty : HtmlFragment.Of($""" class="number" """);
}
