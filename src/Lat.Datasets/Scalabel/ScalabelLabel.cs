namespace Lat.Datasets;

/// <summary>One label of a Scalabel frame, as the file has it.</summary>
internal struct ScalabelLabel
{
    /// <summary>The position in the frame's list, from 0.</summary>
    public int Index;

    /// <summary>`category`; null where it is missing or no text.</summary>
    public string? Category;

    /// <summary>Whether there is a `box2d`; lanes, drivable areas and masks have none.</summary>
    public bool HasBox;

    /// <summary>`box2d`, as written: x1, y1, x2, y2 in pixels; NaN where a corner is missing.</summary>
    public double X1, Y1, X2, Y2;

    /// <summary>`attributes.crowd`.</summary>
    public bool IsCrowd;
}
