namespace Lat.Reports;

/// <summary>
/// The boxes most worth a human look, most worth first. A box's worth is 1 - Π (1 - w) over its reasons: near the threshold (w falls from 0.9 at
/// the threshold to 0 at confidence 0 and 1), another class in its place (w is the other's confidence), nothing in its place (half the part of the other
/// methods that see nothing), missed (the other method's confidence, or how often boxes of the source's class have a label).
/// </summary>
public static class ReviewQueue
{
    private const double MostDoubt = 0.9;

    /// <param name="source">The labels and what they are held against.</param>
    /// <param name="options">What is worth a look; null for the defaults.</param>
    /// <param name="isReviewed">Whether an image has been looked at before, and is left out; null for none.</param>
    public static EquatableArray<ReviewItem> Build(ReviewSource source, ReviewOptions? options = null, Func<string, bool>? isReviewed = null)
    {
        options ??= new ReviewOptions();
        var labels = new LabelsByImage(source.Labels);
        var others = source.Others.Select(set => new LabelsByImage(set)).ToList();
        var rates = new SourceClassRates(source.Annotations, name => labels.Sure(name, options.LabelThreshold), options.IouThreshold);
        var items = new List<ReviewItem>();
        foreach (var image in source.Annotations.Images.Where(image => isReviewed?.Invoke(image.FileName) != true))
        {
            var sure = others.ConvertAll(other => other.Sure(image.FileName, options.LabelThreshold));
            items.AddRange(labels[image.FileName].Where(label => label.Confidence >= options.LeastShown && !label.IsCrowd)
                .Select(label => Judge(image.FileName, source.Labels.LabelSpace, label, sure, options)));
            items.AddRange(Missed(image, source.Labels.LabelSpace, labels[image.FileName], sure, rates, options));
        }

        return items.Where(item => item.Worth > 0)
            .OrderByDescending(item => item.Worth).ThenBy(item => item.FileName, StringComparer.Ordinal)
            .ThenBy(item => item.Box.X1).ThenBy(item => item.Box.Y1).ThenBy(item => item.ClassName?.Value, StringComparer.Ordinal)
            .Take(options.Boxes).ToEquatableArray();
    }

    private static ReviewItem Judge(string image, LabelSpace space, Annotation label, List<EquatableArray<Annotation>> others, ReviewOptions options)
    {
        var worth = new Worth();
        worth.Add(ReviewReason.Doubtful, MostDoubt * Doubt(label.Confidence, options.LabelThreshold));
        var rivals = others.Select(other => other.Where(candidate => candidate.Box.Iou(label.Box) >= options.IouThreshold).ToList()).ToList();
        var elsewise = rivals.Where(there => there.Count > 0 && there.TrueForAll(candidate => candidate.ClassIndex != label.ClassIndex)).ToList();
        worth.Add(ReviewReason.OtherClass, elsewise.Count == 0 ? 0 : elsewise.Max(there => there.Max(candidate => candidate.Confidence)));
        worth.Add(ReviewReason.Unmatched, others.Count == 0 ? 0 : 0.5 * rivals.Count(there => there.Count == 0) / others.Count);
        return new ReviewItem(image, label.Box, space[label.ClassIndex], label.Confidence, worth.Value, worth.Reasons) { IsLabel = label.Confidence >= options.LabelThreshold };
    }

    /// <summary>What others have and the labels lack: another method's sure labels, and source boxes of classes that mostly get a label.</summary>
    private static IEnumerable<ReviewItem> Missed(
        AnnotatedImage image, LabelSpace space, EquatableArray<Annotation> labels, List<EquatableArray<Annotation>> others, SourceClassRates rates, ReviewOptions options)
    {
        // What is shown already, as a label or as a hint, is not missed.
        var seen = labels.Where(label => label.Confidence >= options.LeastShown).ToList();
        foreach (var other in others.SelectMany(other => other).OrderByDescending(other => other.Confidence))
        {
            if (!seen.Exists(label => label.Box.Iou(other.Box) >= options.IouThreshold))
            {
                seen.Add(other);
                yield return new ReviewItem(image.FileName, other.Box, space[other.ClassIndex], 0, other.Confidence, ReviewReason.Missed);
            }
        }

        foreach (var box in image.Annotations.Where(box => !box.IsCrowd && !box.IsIgnored && !SourceClassRates.IsLabelled(box.Box, [.. seen], options.IouThreshold)))
        {
            yield return new ReviewItem(image.FileName, box.Box, null, 0, rates[box.ClassIndex], ReviewReason.Missed);
        }
    }

    /// <summary>1 at the threshold, 0 at confidence 0 and 1, straight between them.</summary>
    private static double Doubt(double confidence, double threshold) => confidence >= threshold
        ? threshold < 1 ? (1 - confidence) / (1 - threshold) : 0
        : confidence / threshold;

    private sealed class Worth
    {
        private const double NameFrom = 0.3; // a reason that weighs less is not named

        private double _rest = 1;

        public ReviewReason Reasons { get; private set; }

        public double Value => 1 - _rest;

        public void Add(ReviewReason reason, double weight)
        {
            _rest *= 1 - weight;
            if (weight > NameFrom)
            {
                Reasons |= reason;
            }
        }
    }
}
