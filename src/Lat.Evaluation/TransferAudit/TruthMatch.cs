namespace Lat.Evaluation;

/// <summary>The labels of one image held against its true objects.</summary>
/// <param name="TruthOf">For each label the true object that it matches, or -1.</param>
/// <param name="Faults">For each label what is wrong with it; null where it is right or counts neither way.</param>
internal sealed record TruthMatch(int[] TruthOf, LabelFault?[] Faults)
{
    private const double Touching = 0.1;

    /// <summary>
    /// Greedy, surest label first (equal ones in their order): a label takes the free true object of its class with the highest IoU of at
    /// least the threshold. One that finds none but lies on a crowd or an ignored object counts neither way.
    /// </summary>
    public static TruthMatch Of(EquatableArray<Annotation> labels, EquatableArray<Annotation> truth, double iouThreshold)
    {
        var truthOf = Enumerable.Repeat(-1, labels.Count).ToArray();
        var taken = new bool[truth.Count];
        foreach (var label in Enumerable.Range(0, labels.Count).OrderByDescending(index => labels[index].Confidence).ThenBy(index => index))
        {
            var best = BestOverlap.Of(labels[label].Box, truth, iouThreshold, index =>
                !taken[index] && IsCounted(truth[index]) && truth[index].ClassIndex == labels[label].ClassIndex);
            if (best >= 0)
            {
                (truthOf[label], taken[best]) = (best, true);
            }
        }

        var faults = Enumerable.Range(0, labels.Count)
            .Select(label => truthOf[label] >= 0 ? null : FaultOf(labels[label], truth, iouThreshold)).ToArray();
        return new TruthMatch(truthOf, faults);
    }

    public static bool IsCounted(Annotation annotation) => annotation is { IsCrowd: false, IsIgnored: false };

    private static LabelFault? FaultOf(Annotation label, EquatableArray<Annotation> truth, double iouThreshold)
    {
        if (truth.Any(target => !IsCounted(target) && OverlapWithIgnored(label.Box, target) >= iouThreshold))
        {
            return null;
        }

        if (BestOverlap.Of(label.Box, truth, iouThreshold, index => truth[index].ClassIndex == label.ClassIndex) >= 0)
        {
            return LabelFault.Duplicate;
        }

        if (BestOverlap.Of(label.Box, truth, iouThreshold) >= 0)
        {
            return LabelFault.WrongClass;
        }

        return BestOverlap.Of(label.Box, truth, Touching, index => truth[index].ClassIndex == label.ClassIndex) >= 0
            ? LabelFault.BadBox
            : LabelFault.Spurious;
    }

    /// <summary>For a crowd, the part of the label inside it, as COCO measures it.</summary>
    private static double OverlapWithIgnored(Box label, Annotation target) => target.IsCrowd
        ? label.Area > 0 ? label.IntersectionArea(target.Box) / label.Area : 0
        : label.Iou(target.Box);
}
