namespace Lat.Evaluation;

/// <summary>Finds the annotation that a box overlaps most.</summary>
internal static class BestOverlap
{
    /// <summary>
    /// The position of the annotation with the highest IoU of at least the threshold, the first of equal ones; -1 without any.
    /// </summary>
    public static int Of(Box box, EquatableArray<Annotation> annotations, double threshold, Func<int, bool>? isAllowed = null)
    {
        var (best, highest) = (-1, threshold);
        for (var index = 0; index < annotations.Count; index++)
        {
            var iou = isAllowed?.Invoke(index) ?? true ? box.Iou(annotations[index].Box) : -1;
            if (iou > highest || (iou >= highest && best < 0))
            {
                (best, highest) = (index, iou);
            }
        }

        return best;
    }
}
