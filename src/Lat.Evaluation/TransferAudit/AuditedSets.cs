namespace Lat.Evaluation;

/// <summary>What the sets of an audit must have in common.</summary>
internal static class AuditedSets
{
    /// <exception cref="LatException">All that is wrong, at once.</exception>
    public static void Validate(AnnotationSet source, AnnotationSet transferred, AnnotationSet truth)
    {
        var faults = new List<string>();
        CompareImages(source, truth, "source", faults);
        CompareImages(transferred, truth, "transferred labels", faults);
        if (transferred.LabelSpace != truth.LabelSpace)
        {
            faults.Add($"the transferred labels are in the space ({transferred.LabelSpace}), the truth in ({truth.LabelSpace})");
        }

        RequireIdentities(source, "source", faults);
        RequireIdentities(truth, "truth", faults);
        if (faults.Count > 0)
        {
            throw new LatException(
                $"Cannot audit the transfer: {string.Join("; ", faults)}. Give three sets of the same images, source and truth with identities.");
        }
    }

    private static void CompareImages(AnnotationSet set, AnnotationSet truth, string name, List<string> faults)
    {
        var mine = set.Images.Select(image => image.FileName).ToHashSet(StringComparer.Ordinal);
        var theirs = truth.Images.Select(image => image.FileName).ToHashSet(StringComparer.Ordinal);
        var missing = truth.Images.FirstOrDefault(image => !mine.Contains(image.FileName));
        var extra = set.Images.FirstOrDefault(image => !theirs.Contains(image.FileName));
        if (missing is not null)
        {
            faults.Add($"the {name} lacks the image '{missing.FileName}' of the truth");
        }

        if (extra is not null)
        {
            faults.Add($"the {name} has the image '{extra.FileName}' that the truth lacks");
        }
    }

    private static void RequireIdentities(AnnotationSet set, string name, List<string> faults)
    {
        var image = set.Images.FirstOrDefault(image => image.Annotations.Any(annotation => annotation.ObjectId is null));
        if (image is not null)
        {
            faults.Add($"the {name} has an object without identity on '{image.FileName}'");
        }
    }
}
