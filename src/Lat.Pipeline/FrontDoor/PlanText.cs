using System.Globalization;
using System.Text;
using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>A plan in words: each stage, whether it would run, and how long it took last time.</summary>
internal static class PlanText
{
    /// <param name="plan">The plan.</param>
    /// <param name="jobs">How many stages would run at once.</param>
    public static string Format(RunPlan plan, int jobs)
    {
        var text = new StringBuilder();
        var width = plan.Stages.Max(stage => stage.Node.Name.Length);
        foreach (var stage in plan.Stages)
        {
            var decision = stage.Decision switch
            {
                StageDecision.Reuse => "reuse",
                StageDecision.Run => "run",
                _ => "run if its input changes",
            };
            var last = stage.LastSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"  {seconds:0.0} s last time") : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"{stage.Node.Name.PadRight(width)}  {decision}{last}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Count(StageDecision.Reuse)} to reuse, {plan.Count(StageDecision.Run)} to run, {plan.Count(StageDecision.RunIfInputChanges)} to run if their input changes.");
        text.Append(Cost(PlanEstimate.Of(plan, jobs), plan.Stages.Count(stage => stage.Decision != StageDecision.Reuse), jobs));
        return text.ToString();
    }

    private static string Cost(PlanEstimate estimate, int stages, int jobs)
    {
        if (stages > 0 && estimate.Unknown == stages)
        {
            return "How long that takes is not known: nothing like it was run with this store.";
        }

        var unknown = estimate.Unknown == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; nothing is known of {estimate.Unknown} stages");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"By past runs {Duration(estimate.WorkSeconds)} of work, {Duration(estimate.WallSeconds)} with {jobs} at once, and {new ByteSize(estimate.Bytes)} of disk at most{unknown}.");
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {seconds % 60:0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 3600):0} h {seconds % 3600 / 60:0} min"),
    };
}
