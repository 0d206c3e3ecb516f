using System.Numerics;

namespace Lat.Detection;

/// <summary>Boxes as columns, so that overlaps are computed a vector at a time. Padded with boxes far away that overlap nothing.</summary>
internal sealed class BoxColumns
{
    private readonly float[] _x1, _y1, _x2, _y2, _area;

    /// <param name="boxes">[n * 4] xyxy.</param>
    public BoxColumns(ReadOnlySpan<float> boxes)
    {
        Count = boxes.Length / 4;
        PaddedCount = (Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (_x1, _y1, _x2, _y2, _area) = (new float[PaddedCount], new float[PaddedCount], new float[PaddedCount], new float[PaddedCount], new float[PaddedCount]);
        for (var index = 0; index < Count; index++)
        {
            var box = boxes.Slice(index * 4, 4);
            (_x1[index], _y1[index], _x2[index], _y2[index]) = (box[0], box[1], box[2], box[3]);
            _area[index] = BoxIou.Area(box);
        }

        for (var index = Count; index < PaddedCount; index++)
        {
            (_x1[index], _y1[index], _x2[index], _y2[index]) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        }
    }

    public int Count { get; }

    /// <summary>The count, rounded up to whole vectors.</summary>
    public int PaddedCount { get; }

    /// <summary>The IoU of one box with every column; [PaddedCount].</summary>
    public void Fill(ReadOnlySpan<float> box, Span<float> iou)
    {
        var query = new Query(box);
        for (var index = 0; index < PaddedCount; index += Vector<float>.Count)
        {
            Overlap(query, index).CopyTo(iou[index..]);
        }
    }

    /// <summary>Sets all bits of the marks of columns, from one on, that a box overlaps by more than a threshold; [PaddedCount].</summary>
    public void Mark(ReadOnlySpan<float> box, float threshold, Span<int> marks, int start)
    {
        var query = new Query(box);
        var limit = new Vector<float>(threshold);
        for (var index = start / Vector<float>.Count * Vector<float>.Count; index < PaddedCount; index += Vector<float>.Count)
        {
            var above = Vector.GreaterThan(Overlap(query, index), limit);
            (above | new Vector<int>(marks[index..])).CopyTo(marks[index..]);
        }
    }

    private Vector<float> Overlap(in Query query, int index)
    {
        var width = Vector.Min(query.X2, new Vector<float>(_x2, index)) - Vector.Max(query.X1, new Vector<float>(_x1, index));
        var height = Vector.Min(query.Y2, new Vector<float>(_y2, index)) - Vector.Max(query.Y1, new Vector<float>(_y1, index));
        var intersection = Vector.Max(width, Vector<float>.Zero) * Vector.Max(height, Vector<float>.Zero);
        var union = query.Area + new Vector<float>(_area, index) - intersection;

        // 0/0 of two boxes without area is no overlap.
        return Vector.ConditionalSelect(Vector.GreaterThan(union, Vector<float>.Zero), intersection / union, Vector<float>.Zero);
    }

    private readonly struct Query(ReadOnlySpan<float> box)
    {
        public readonly Vector<float> X1 = new(box[0]), Y1 = new(box[1]), X2 = new(box[2]), Y2 = new(box[3]);
        public readonly Vector<float> Area = new(BoxIou.Area(box));
    }
}
