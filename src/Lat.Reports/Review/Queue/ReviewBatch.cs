namespace Lat.Reports;

/// <summary>What is handed to a person: the images that hold the boxes of a queue, with all their labels, and the boxes as hints where to look.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Method">Whose labels.</param>
/// <param name="Source">Whose images.</param>
/// <param name="Target">In whose label space.</param>
/// <param name="Labels">The images in the order of their most worthy box, each with the labels that a training would use.</param>
/// <param name="Queue">The boxes, most worth first.</param>
public sealed record ReviewBatch(string Experiment, string Method, DatasetName Source, DatasetName Target, AnnotationSet Labels, EquatableArray<ReviewItem> Queue)
{
    /// <summary>The class of a hint: a place to look at, which is no label until a person gives it a class, and is dropped when it comes back.</summary>
    public string HintClass => Enumerable.Range(0, int.MaxValue).Select(number => number == 0 ? "look-here" : FormattableString.Invariant($"look-here-{number}"))
        .First(name => Labels.LabelSpace.Classes.All(known => known.Value != name));

    /// <summary>The boxes of an image that no label shows.</summary>
    public IEnumerable<ReviewItem> HintsOf(string fileName) => Queue.Where(item => item.FileName == fileName && !item.IsLabel);

    /// <summary>The reasons to look at a label.</summary>
    public ReviewReason ReasonsOf(string fileName, Annotation label) =>
        Queue.FirstOrDefault(item => item.IsLabel && item.FileName == fileName && item.Box == label.Box && item.ClassName == Labels.LabelSpace[label.ClassIndex])?.Reasons ?? ReviewReason.None;

    /// <summary>The batch of a queue.</summary>
    /// <exception cref="LatException">The queue is empty.</exception>
    public static ReviewBatch Of(string experiment, string method, DatasetName source, DatasetName target, AnnotationSet labels, EquatableArray<ReviewItem> queue, double threshold)
    {
        var byName = labels.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        var images = queue.Select(item => item.FileName).Distinct(StringComparer.Ordinal).Where(byName.ContainsKey).Select(name => byName[name] with
        {
            Annotations = byName[name].Annotations.Where(label => label.Confidence >= threshold && !label.IsCrowd && !label.IsIgnored).ToEquatableArray(),
        }).ToList();
        return images.Count > 0
            ? new ReviewBatch(experiment, method, source, target, new AnnotationSet(labels.LabelSpace, images), queue)
            : throw new LatException($"No label of {method} from {source} to {target} is worth a look: every image was reviewed, or there are no labels.");
    }
}
