namespace Lat.Evaluation;

/// <summary>
/// Holds transferred labels against the source's own boxes. A label comes from the box that its <see cref="Annotation.SourceIndex"/> names,
/// else from the box that it overlaps most by at least the threshold, else from none.
/// </summary>
public static class LabelAligner
{
    private const double Inside = 0.7; // the part of a box without label that lies in another's label, from which it counts as merged

    /// <param name="source">The source's own annotations.</param>
    /// <param name="labels">Labels of the same images in the target's space.</param>
    /// <param name="options">The IoU from which a label without a known source comes from a box; null for the default.</param>
    /// <exception cref="LatException">The labels lack an image of the source.</exception>
    public static LabelAlignment Align(AnnotationSet source, AnnotationSet labels, TransferAuditOptions? options = null)
    {
        var threshold = (options ?? new TransferAuditOptions()).IouThreshold;
        var labelsOf = labels.Images.ToDictionary(image => image.FileName, image => image.Annotations, StringComparer.Ordinal);
        var table = new AlignmentTable(source.LabelSpace, labels.LabelSpace);
        foreach (var image in source.Images)
        {
            if (!labelsOf.TryGetValue(image.FileName, out var found))
            {
                throw new LatException($"Cannot align the labels: they lack the image '{image.FileName}' of the source. Run the transfer again.");
            }

            AddImage(table, image.Annotations, found, threshold);
        }

        return table.ToAlignment(source.Images.Count);
    }

    private static void AddImage(AlignmentTable table, EquatableArray<Annotation> boxes, EquatableArray<Annotation> labels, double threshold)
    {
        var sourceOf = labels.Select(label => SourceOf(label, boxes, threshold)).ToArray();
        for (var label = 0; label < labels.Count; label++)
        {
            table.AddLabel(sourceOf[label] < 0 ? null : boxes[sourceOf[label]], labels[label]);
        }

        for (var box = 0; box < boxes.Count; box++)
        {
            if (TruthMatch.IsCounted(boxes[box]))
            {
                var own = labels.Where((_, label) => sourceOf[label] == box).ToList();
                var merged = own.Count == 0 && labels.Where((_, label) => sourceOf[label] >= 0).Any(label => LiesIn(boxes[box].Box, label.Box));
                table.AddBox(boxes[box], own, merged);
            }
        }
    }

    private static int SourceOf(Annotation label, EquatableArray<Annotation> boxes, double threshold) =>
        label.SourceIndex is { } index && index >= 0 && index < boxes.Count ? index : BestOverlap.Of(label.Box, boxes, threshold);

    private static bool LiesIn(Box box, Box label) => box.Area > 0 && box.IntersectionArea(label) / box.Area >= Inside;
}
