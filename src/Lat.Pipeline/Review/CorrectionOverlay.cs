using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Puts people's corrections over transferred labels: a reviewed image has the labels that it was left with, and no other.</summary>
internal static class CorrectionOverlay
{
    /// <param name="labels">The transferred labels.</param>
    /// <param name="corrections">The reviewed images, in a label space whose classes the labels' space has.</param>
    /// <param name="file">Where the corrections come from, for error messages.</param>
    /// <exception cref="LatException">An image or a class of the corrections is not one of the labels; all such are named.</exception>
    public static AnnotationSet Apply(AnnotationSet labels, AnnotationSet corrections, string file)
    {
        var classes = corrections.LabelSpace.Classes.Select(labels.LabelSpace.IndexOf).ToArray();
        var byName = labels.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        Validate(labels, corrections, classes, byName, file);
        var reviewed = corrections.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        return new AnnotationSet(labels.LabelSpace, labels.Images.Select(image => reviewed.TryGetValue(image.FileName, out var correction)
            ? image with
            {
                Annotations = correction.Annotations.Select(label => label with
                {
                    ClassIndex = classes[label.ClassIndex]!.Value,
                    Box = label.Box.ClipTo(image.Size),
                    Confidence = 1,
                    Origin = AnnotationOrigin.Reviewed,
                }).ToEquatableArray(),
            }
            : image));
    }

    private static void Validate(AnnotationSet labels, AnnotationSet corrections, int?[] classes, Dictionary<string, AnnotatedImage> byName, string file)
    {
        const int Listed = 20;
        var faults = new List<string>();
        foreach (var image in corrections.Images)
        {
            if (!byName.TryGetValue(image.FileName, out var original))
            {
                faults.Add($"the image '{image.FileName}' is none of the source's");
            }
            else if (original.Size != image.Size)
            {
                faults.Add($"the image '{image.FileName}' is {image.Size} there, but {original.Size} here");
            }
        }

        // Classes without a box do no harm: tools write all that they know.
        var used = corrections.Images.SelectMany(image => image.Annotations).Select(label => label.ClassIndex).Distinct();
        faults.AddRange(used.Where(index => classes[index] is null).Order()
            .Select(index => $"the class '{corrections.LabelSpace[index]}' is none of the target's: {labels.LabelSpace}"));
        if (faults.Count > 0)
        {
            var rest = faults.Count > Listed ? FormattableString.Invariant($"\n  and {faults.Count - Listed} more") : "";
            throw new LatException($"The corrections '{file}' are not of these labels:\n  {string.Join("\n  ", faults.Take(Listed))}{rest}\nCorrect 'source' and 'target' in the experiment, or review again with `lat review`.");
        }
    }
}
