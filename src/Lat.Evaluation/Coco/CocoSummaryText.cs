using System.Globalization;

namespace Lat.Evaluation;

/// <summary>The 12 numbers as the official tool words and aligns them; -1.000 where it prints that: nothing was there to measure.</summary>
public static class CocoSummaryText
{
    public static EquatableArray<string> Lines(CocoResult result)
    {
        var (one, ten, all) = (result.MaxDetections[0], result.MaxDetections[1], result.MaxDetections[2]);
        const string Every = "0.50:0.95";
        return
        [
            Precision(EvaluationMetric.Ap, Every, "all"),
            Precision(EvaluationMetric.Ap50, "0.50", "all"),
            Precision(EvaluationMetric.Ap75, "0.75", "all"),
            Precision(EvaluationMetric.ApSmall, Every, "small"),
            Precision(EvaluationMetric.ApMedium, Every, "medium"),
            Precision(EvaluationMetric.ApLarge, Every, "large"),
            Recall(EvaluationMetric.Ar1, "all", one),
            Recall(EvaluationMetric.Ar10, "all", ten),
            Recall(EvaluationMetric.Ar100, "all", all),
            Recall(EvaluationMetric.ArSmall, "small", all),
            Recall(EvaluationMetric.ArMedium, "medium", all),
            Recall(EvaluationMetric.ArLarge, "large", all),
        ];

        string Precision(EvaluationMetric metric, string iou, string area) => Line("Average Precision", "(AP)", iou, area, all, metric);

        string Recall(EvaluationMetric metric, string area, int limit) => Line("Average Recall", "(AR)", Every, area, limit, metric);

        string Line(string title, string kind, string iou, string area, int limit, EvaluationMetric metric) => FormattableString.Invariant(
            $" {title,-18} {kind} @[ IoU={iou,-9} | area={area,6} | maxDets={limit,3} ] = {ThreeDecimals(result.Metrics[metric])}");
    }

    private static string ThreeDecimals(double value)
    {
        if (double.IsNaN(value))
        {
            return "-1.000";
        }

        // Only a multiple of 1/16 can lie exactly between two thousandths; Python then rounds to the even one.
        var isTie = value * 16 == Math.Floor(value * 16);
        return isTie
            ? Math.Round((decimal)value, 3, MidpointRounding.ToEven).ToString("F3", CultureInfo.InvariantCulture)
            : value.ToString("F3", CultureInfo.InvariantCulture);
    }
}
