namespace Lat.Reports;

/// <summary>One cell: a text, and whether it stands out.</summary>
public readonly record struct ReportCell(string Text, bool IsBold = false);
