using System.Numerics;

namespace Lat.Evaluation;

/// <summary>Intersection over union in the official order of operations, from corner and size.</summary>
internal static class CocoIou
{
    /// <summary>
    /// In [0, 1]. For a crowd, the part of the detection that lies in it: a crowd's own extent says nothing about one object.
    /// </summary>
    public static double Of(in CocoPrediction detection, in CocoObject target)
    {
        var width = Math.Min(detection.Width + detection.X, target.Width + target.X) - Math.Max(detection.X, target.X);
        if (width <= 0)
        {
            return 0;
        }

        var height = Math.Min(detection.Height + detection.Y, target.Height + target.Y) - Math.Max(detection.Y, target.Y);
        if (height <= 0)
        {
            return 0;
        }

        var intersection = width * height;
        var area = detection.Width * detection.Height;
        return intersection / (target.IsCrowd ? area : area + (target.Width * target.Height) - intersection);
    }

    /// <summary>The same of one detection with many objects, several at a time; each lane rounds as the single one does.</summary>
    /// <param name="detection">The detection.</param>
    /// <param name="targets">The objects, in columns padded to whole vectors.</param>
    /// <param name="ious">One number per object and padding.</param>
    public static void Row(in CocoPrediction detection, TargetColumns targets, Span<double> ious)
    {
        var (left, top) = (new Vector<double>(detection.X), new Vector<double>(detection.Y));
        var (right, bottom) = (new Vector<double>(detection.Width + detection.X), new Vector<double>(detection.Height + detection.Y));
        var area = new Vector<double>(detection.Width * detection.Height);
        for (var start = 0; start < targets.PaddedCount; start += Vector<double>.Count)
        {
            var width = Vector.Min(right, targets.Right(start)) - Vector.Max(left, targets.Left(start));
            var height = Vector.Min(bottom, targets.Bottom(start)) - Vector.Max(top, targets.Top(start));
            var intersection = width * height;
            var union = Vector.ConditionalSelect(targets.IsCrowd(start), area, area + targets.Area(start) - intersection);
            var overlaps = Vector.BitwiseAnd(Vector.GreaterThan(width, Vector<double>.Zero), Vector.GreaterThan(height, Vector<double>.Zero));
            Vector.ConditionalSelect(overlaps, intersection / union, Vector<double>.Zero).CopyTo(ious[start..]);
        }
    }
}
