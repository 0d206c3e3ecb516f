namespace Lat.Reports;

/// <summary>Turns what came back into corrections: the reviewed images with all their labels as the person left them.</summary>
public static class ReviewImport
{
    private const double Moved = 0.06; // pixels; tools round to a hundredth, and percents of an image a little more

    /// <param name="batch">What was handed out.</param>
    /// <param name="reviewed">What came back.</param>
    /// <param name="path">The file that it came in, for error messages.</param>
    /// <param name="isChangedOnly">Whether images that came back as they went out are left out, as not reviewed.</param>
    /// <returns>The reviewed images in the order of the batch; their labels have confidence 1 and the origin <see cref="AnnotationOrigin.Reviewed"/>.</returns>
    /// <exception cref="LatException">An image or a class is not the batch's, or an image came back twice; all such are named.</exception>
    public static AnnotationSet Corrections(ReviewBatch batch, EquatableArray<ReviewedImage> reviewed, string path, bool isChangedOnly = false)
    {
        var faults = new ReviewFaults(path);
        var found = new Dictionary<string, AnnotatedImage>(StringComparer.Ordinal);
        foreach (var image in reviewed)
        {
            if (Find(batch, image.FileName) is not { } original)
            {
                faults.Add(image.Place, $"the image '{image.FileName}' was not handed out in this batch");
            }
            else if (!found.TryAdd(original.FileName, original with { Annotations = Labels(batch, original, image, faults).ToEquatableArray() }))
            {
                faults.Add(image.Place, $"the image '{image.FileName}' stands in the file twice");
            }
        }

        faults.ThrowIfAny();
        return new AnnotationSet(batch.Labels.LabelSpace, batch.Labels.Images
            .Where(image => found.ContainsKey(image.FileName) && !(isChangedOnly && IsSame(image, found[image.FileName])))
            .Select(image => found[image.FileName]));
    }

    private static AnnotatedImage? Find(ReviewBatch batch, string name) =>
        batch.Labels.Images.FirstOrDefault(image => image.FileName == name)
        ?? batch.Labels.Images.Where(image => name.EndsWith("/" + image.FileName, StringComparison.Ordinal)).MaxBy(image => image.FileName.Length);

    private static IEnumerable<Annotation> Labels(ReviewBatch batch, AnnotatedImage original, ReviewedImage image, ReviewFaults faults)
    {
        foreach (var (box, name) in image.Boxes.Where(box => box.ClassName != batch.HintClass))
        {
            if (!ClassName.IsValid(name) || batch.Labels.LabelSpace.IndexOf(new ClassName(name)) is not { } index)
            {
                faults.Add(image.Place, $"a box on '{image.FileName}' has the class '{name}'; expected one of {batch.Labels.LabelSpace}");
                continue;
            }

            // What was not moved keeps its exact corners, and the box of the source that it was made from.
            var same = original.Annotations.FirstOrDefault(label => IsSame(label.Box, box));
            yield return new Annotation(same?.Box ?? box.ClipTo(original.Size), index) { Origin = AnnotationOrigin.Reviewed, SourceIndex = same?.SourceIndex };
        }
    }

    private static bool IsSame(AnnotatedImage before, AnnotatedImage after) => before.Annotations.Count == after.Annotations.Count
        && before.Annotations.All(label => after.Annotations.Any(other => other.Box == label.Box && other.ClassIndex == label.ClassIndex));

    private static bool IsSame(Box one, Box other) =>
        Math.Abs(one.X1 - other.X1) < Moved && Math.Abs(one.Y1 - other.Y1) < Moved && Math.Abs(one.X2 - other.X2) < Moved && Math.Abs(one.Y2 - other.Y2) < Moved;
}
