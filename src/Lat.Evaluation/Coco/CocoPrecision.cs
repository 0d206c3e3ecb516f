namespace Lat.Evaluation;

/// <summary>
/// The interpolated precision at each recall threshold: [T IoU thresholds, R recall thresholds, K classes, A area ranges, M limits], row
/// by row with the last axis fastest. NaN where no object was to be found (the official arrays hold -1 there).
/// </summary>
public sealed class CocoPrecision
{
    private static readonly int IouCount = CocoDefinition.IouThresholds.Count;
    private static readonly int RecallCount = CocoDefinition.RecallThresholds.Count;

    private readonly double[] _values;

    internal CocoPrecision(int classCount, int limitCount)
    {
        (ClassCount, LimitCount) = (classCount, limitCount);
        _values = new double[IouCount * RecallCount * classCount * CocoDefinition.AreaRangeCount * limitCount];
        Array.Fill(_values, double.NaN);
    }

    public int ClassCount { get; }

    public int LimitCount { get; }

    public ReadOnlySpan<double> Values => _values;

    public double this[int iou, int recall, int classIndex, CocoAreaRange area, int limit]
    {
        get => _values[Offset(iou, recall, classIndex, area, limit)];
        internal set => _values[Offset(iou, recall, classIndex, area, limit)] = value;
    }

    private int Offset(int iou, int recall, int classIndex, CocoAreaRange area, int limit) =>
        (((((((iou * RecallCount) + recall) * ClassCount) + classIndex) * CocoDefinition.AreaRangeCount) + (int)area) * LimitCount) + limit;
}
