namespace Lat.Reports;

/// <summary>Chooses the images of a transfer that the page shows: some at even distances, and those that the labels disagree on most.</summary>
public static class ViewerSample
{
    /// <summary>The panel of the true labels.</summary>
    public const string Truth = "truth";

    private const double LeastConfidence = 0.05; // below it boxes are too many to see or to send
    private const int MostBoxes = 60;

    /// <param name="source">The labels.</param>
    /// <param name="typical">How many images at even distances.</param>
    /// <param name="disputed">How many more by their disagreements.</param>
    public static ViewerTransfer Take(ViewerSource source, int typical, int disputed)
    {
        var labels = source.Labels.Select(method => KeyValuePair.Create(method.Key, ByName(method.Value))).ToList();
        var truth = source.Truth is null ? null : ByName(source.Truth);
        var images = source.Annotations.Images;
        var items = images.Select(image => Item(source, image, labels, truth)).ToList();
        var count = Math.Min(typical, images.Count);
        var even = Enumerable.Range(0, count).Select(index => (int)((long)index * images.Count / count)).ToHashSet();
        var most = Enumerable.Range(0, images.Count).Where(index => !even.Contains(index))
            .OrderByDescending(index => items[index].Disagreements).ThenBy(index => index).Take(disputed);
        return new ViewerTransfer(
            source.Source,
            source.Target,
            source.Annotations.LabelSpace,
            source.Labels.Count > 0 ? source.Labels[0].Value.LabelSpace : source.Truth!.LabelSpace,
            source.Threshold,
            [.. even.Order().Select(index => items[index] with { IsTypical = true }), .. most.Select(index => items[index])]);
    }

    private static ViewerItem Item(
        ViewerSource source, AnnotatedImage image, List<KeyValuePair<string, Dictionary<string, EquatableArray<Annotation>>>> labels, Dictionary<string, EquatableArray<Annotation>>? truth)
    {
        var byMethod = labels.Select(method => (method.Key, Labels: Shown(method.Value.GetValueOrDefault(image.FileName)))).ToList();
        var panels = new List<ViewerPanel>
        {
            new(source.Source.Value, true, image.Annotations.Select(annotation => new ViewerBox(annotation, BoxAgreement.NotCompared)).ToEquatableArray()),
        };
        foreach (var (method, own) in byMethod)
        {
            var others = truth is not null
                ? truth.GetValueOrDefault(image.FileName)
                : byMethod.FirstOrDefault(other => other.Key != method).Labels;
            var boxes = truth is null && byMethod.Count < 2
                ? own.Select(label => new ViewerBox(label, BoxAgreement.NotCompared)).ToEquatableArray()
                : BoxComparison.Compare(own, others, source.Threshold);
            panels.Add(new ViewerPanel(method, false, boxes));
        }

        if (truth is not null)
        {
            var judge = byMethod.Count == 0 ? [] : byMethod[^1].Labels;
            panels.Add(new ViewerPanel(Truth, false, BoxComparison.Compare(truth.GetValueOrDefault(image.FileName), judge, source.Threshold)));
        }

        return new ViewerItem(image.FileName, Disagreements(source, panels), false, [.. panels]);
    }

    /// <summary>The boxes of the last method that nothing agrees with, and the true objects that it lacks.</summary>
    private static int Disagreements(ViewerSource source, List<ViewerPanel> panels)
    {
        var compared = panels.Where(panel => panel.Name == Truth || (source.Labels.Count > 0 && panel.Name == source.Labels[^1].Key));
        return compared.Sum(panel => panel.Boxes.Count(box =>
            box.Label.Confidence >= source.Threshold && box.Agreement is (BoxAgreement.OtherClass or BoxAgreement.Unmatched)));
    }

    private static EquatableArray<Annotation> Shown(EquatableArray<Annotation> labels) => labels
        .Where(label => label.Confidence >= LeastConfidence).OrderByDescending(label => label.Confidence).Take(MostBoxes).ToEquatableArray();

    private static Dictionary<string, EquatableArray<Annotation>> ByName(AnnotationSet set) =>
        set.Images.ToDictionary(image => image.FileName, image => image.Annotations, StringComparer.Ordinal);
}
