namespace Lat.Reports;

/// <summary>The side that the cells of a column keep to: names left, numbers right.</summary>
public enum ColumnAlignment
{
    Left,
    Right,
}
