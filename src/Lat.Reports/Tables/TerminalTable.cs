using System.Text;

namespace Lat.Reports;

/// <summary>Renders a table as plain text for a terminal; a bold cell ends with a star.</summary>
public static class TerminalTable
{
    private const string Gap = "  ";

    /// <summary>The lines of the table, each ended by a line feed.</summary>
    public static string Render(ReportTable table)
    {
        var starred = WithRoomForStars(table);
        var widths = starred.Widths(Text);
        var text = new StringBuilder();
        AppendRow(text, starred.Columns.Select((column, index) => column.Pad(column.Head, widths[index])));
        AppendRow(text, widths.Select(width => new string('-', width)));
        foreach (var row in starred.Rows)
        {
            AppendRow(text, row.Select((cell, index) => starred.Columns[index].Pad(Text(cell), widths[index])));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');

    private static string Text(ReportCell cell) => cell.Text.ReplaceLineEndings(" ");

    /// <summary>In a column with a star the other cells leave its place blank, so that the numbers stay below each other.</summary>
    private static ReportTable WithRoomForStars(ReportTable table)
    {
        var hasStar = table.Columns.Select((_, index) => table.Rows.Any(row => index < row.Count && row[index].IsBold)).ToArray();
        return table with
        {
            Rows = table.Rows.Select(row => row.Select((cell, index) =>
                index < hasStar.Length && hasStar[index] ? new ReportCell(cell.Text + (cell.IsBold ? "*" : " ")) : cell).ToEquatableArray())
                .ToEquatableArray(),
        };
    }
}
