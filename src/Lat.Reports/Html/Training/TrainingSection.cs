namespace Lat.Reports;

/// <summary>How the losses of every training fell.</summary>
internal static class TrainingSection
{
    public static PageSection Of(PageContent content) => new(
        "training",
        "Training",
        "The losses of every detector and of the transfer model over their iterations, each the mean since the point before.",
        content.Training.Count == 0
            ? PageSection.Absent("No training left its scalars, so there are no curves.")
            : ChartMarkup.Of("training", "Training of", [.. content.Training.Select(Chart)]));

    private static Chart Chart(TrainingCurve curve)
    {
        var x = curve.Iterations.Select(iteration => (double)iteration).ToList();
        return new Chart(curve.Stage, "iteration", "loss", [.. curve.Losses.Select((loss, index) => new ChartSeries(
            loss.Name, FormattableString.Invariant($"{index}"), x, [.. loss.Values.Select(value => double.IsFinite(value) ? Math.Round(value, 4) : (double?)null)]))]);
    }
}
