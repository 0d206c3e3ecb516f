namespace Lat.Reports;

/// <summary>Compares two sets of labels of one image: greedy, surest first, each box used once.</summary>
internal static class BoxComparison
{
    public const double LeastIou = 0.5;

    /// <param name="labels">The labels that are judged.</param>
    /// <param name="others">What they are compared with.</param>
    /// <param name="threshold">Others below this confidence do not count.</param>
    public static EquatableArray<ViewerBox> Compare(EquatableArray<Annotation> labels, EquatableArray<Annotation> others, double threshold)
    {
        var free = others.Where(other => other.Confidence >= threshold).ToList();
        var agreements = new BoxAgreement[labels.Count];
        var order = Enumerable.Range(0, labels.Count).OrderByDescending(index => labels[index].Confidence).ToList();
        foreach (var index in order)
        {
            var same = free.Where(other => other.ClassIndex == labels[index].ClassIndex).MaxBy(other => other.Box.Iou(labels[index].Box));
            if (same is not null && same.Box.Iou(labels[index].Box) >= LeastIou)
            {
                free.Remove(same);
                agreements[index] = BoxAgreement.Agrees;
            }
        }

        foreach (var index in order.Where(index => agreements[index] == BoxAgreement.NotCompared))
        {
            agreements[index] = free.Exists(other => other.Box.Iou(labels[index].Box) >= LeastIou) ? BoxAgreement.OtherClass : BoxAgreement.Unmatched;
        }

        return labels.Select((label, index) => new ViewerBox(label, agreements[index])).ToEquatableArray();
    }
}
