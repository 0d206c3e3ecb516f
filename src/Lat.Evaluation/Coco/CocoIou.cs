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
}
