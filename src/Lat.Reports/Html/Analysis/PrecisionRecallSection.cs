namespace Lat.Reports;

/// <summary>Precision over recall, for each target the mean over the classes and each class.</summary>
internal static class PrecisionRecallSection
{
    private const double ShownIou = 0.5;

    public static PageSection Of(PageContent content) => new(
        "precision-recall",
        "Precision and recall",
        "Interpolated precision at each recall, IoU 0.50, on the target’s validation set; the mean over seeds. The area below a curve is its AP50.",
        !content.Analysed.Any()
            ? PageSection.Absent("The detections of the evaluations are not at hand, so there are no curves.")
            : ChartMarkup.Of("precision-recall", "Classes", [.. content.Analysed.GroupBy(item => item.Target).SelectMany(Charts)]));

    private static IEnumerable<Chart> Charts(IGrouping<DatasetName, MethodResult> target)
    {
        var classes = target.SelectMany(item => item.Analysis!.Curves).Select(curve => curve.ClassName).Distinct().ToList();
        yield return Chart($"{target.Key}: mean over classes", target, _ => true);
        foreach (var name in classes)
        {
            yield return Chart($"{target.Key}: {name}", target, curve => curve.ClassName == name);
        }
    }

    private static Chart Chart(string name, IEnumerable<MethodResult> target, Func<ClassCurve, bool> isShown) => new(
        name,
        "recall",
        "precision",
        [.. target.GroupBy(item => item.Method).Select(method => new ChartSeries(
            method.Key,
            method.Key,
            CocoDefinition.RecallThresholds.Select(recall => Math.Round(recall, 2)).ToList(),
            Mean([.. method.SelectMany(item => item.Analysis!.Curves).Where(curve => curve.Iou == ShownIou && isShown(curve))])))])
    {
        IsUnit = true,
    };

    private static List<double?> Mean(List<ClassCurve> curves) =>
        [.. CocoDefinition.RecallThresholds.Select((_, recall) => curves.Count == 0 ? (double?)null : Math.Round(curves.Average(curve => curve.Precision[recall]), 4))];
}
