namespace Lat.Reports;

/// <summary>How often a box of each source class has a label of the target's in its place: a class that has none in the target has a low rate.</summary>
internal sealed class SourceClassRates
{
    private readonly int[] _boxes, _labelled;

    public SourceClassRates(AnnotationSet source, Func<string, EquatableArray<Annotation>> labelsOf, double iouThreshold)
    {
        (_boxes, _labelled) = (new int[source.LabelSpace.Count], new int[source.LabelSpace.Count]);
        foreach (var image in source.Images)
        {
            var labels = labelsOf(image.FileName);
            foreach (var box in image.Annotations)
            {
                _boxes[box.ClassIndex]++;
                _labelled[box.ClassIndex] += IsLabelled(box.Box, labels, iouThreshold) ? 1 : 0;
            }
        }
    }

    /// <summary>In [0, 1]; 0 for a class without boxes.</summary>
    public double this[int classIndex] => _boxes[classIndex] == 0 ? 0 : (double)_labelled[classIndex] / _boxes[classIndex];

    /// <summary>Whether a label lies on the box, or the box lies in a label as a rider's does in that of his bicycle.</summary>
    public static bool IsLabelled(Box box, EquatableArray<Annotation> labels, double iouThreshold)
    {
        foreach (var label in labels.AsSpan())
        {
            if (label.Box.Iou(box) >= iouThreshold || (box.Area > 0 && label.Box.IntersectionArea(box) / box.Area >= 0.7))
            {
                return true;
            }
        }

        return false;
    }
}
