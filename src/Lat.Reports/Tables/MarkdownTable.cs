using System.Text;

namespace Lat.Reports;

/// <summary>Renders a table as Markdown whose source is aligned too.</summary>
public static class MarkdownTable
{
    /// <summary>The lines of the table, each ended by a line feed.</summary>
    public static string Render(ReportTable table)
    {
        var widths = table.Widths(Text);
        var text = new StringBuilder();
        AppendRow(text, table.Columns.Select((column, index) => column.Pad(Text(new ReportCell(column.Head)), widths[index])));
        AppendRow(text, table.Columns.Select((column, index) =>
            column.Alignment == ColumnAlignment.Left ? new string('-', widths[index]) : new string('-', widths[index] - 1) + ":"));
        foreach (var row in table.Rows)
        {
            AppendRow(text, row.Select((cell, index) => table.Columns[index].Pad(Text(cell), widths[index])));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Text(ReportCell cell)
    {
        var escaped = cell.Text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return cell.IsBold ? $"**{escaped}**" : escaped;
    }
}
