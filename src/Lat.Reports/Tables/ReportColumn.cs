namespace Lat.Reports;

/// <summary>The head of a column and the side that its cells keep to.</summary>
public sealed record ReportColumn(string Head, ColumnAlignment Alignment = ColumnAlignment.Right)
{
    internal string Pad(string text, int width) => Alignment == ColumnAlignment.Left ? text.PadRight(width) : text.PadLeft(width);
}
