namespace Lat.Evaluation;

/// <summary>
/// The recall that all detections together reach: [T IoU thresholds, K classes, A area ranges, M limits], row by row with the last axis
/// fastest. NaN where no object was to be found (the official arrays hold -1 there).
/// </summary>
public sealed class CocoRecall
{
    private readonly double[] _values;

    internal CocoRecall(int classCount, int limitCount)
    {
        (ClassCount, LimitCount) = (classCount, limitCount);
        _values = new double[CocoDefinition.IouThresholds.Count * classCount * CocoDefinition.AreaRangeCount * limitCount];
        Array.Fill(_values, double.NaN);
    }

    public int ClassCount { get; }

    public int LimitCount { get; }

    public ReadOnlySpan<double> Values => _values;

    public double this[int iou, int classIndex, CocoAreaRange area, int limit]
    {
        get => _values[Offset(iou, classIndex, area, limit)];
        internal set => _values[Offset(iou, classIndex, area, limit)] = value;
    }

    private int Offset(int iou, int classIndex, CocoAreaRange area, int limit) =>
        (((((iou * ClassCount) + classIndex) * CocoDefinition.AreaRangeCount) + (int)area) * LimitCount) + limit;
}
