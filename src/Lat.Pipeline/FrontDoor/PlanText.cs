using System.Globalization;
using System.Text;
using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>A plan in words: each stage, whether it would run, and how long it took last time.</summary>
internal static class PlanText
{
    public static string Format(RunPlan plan)
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

        var known = plan.Stages.Where(stage => stage.Decision != StageDecision.Reuse && stage.LastSeconds is not null).Sum(stage => stage.LastSeconds!.Value);
        text.Append(CultureInfo.InvariantCulture, $"{plan.Count(StageDecision.Reuse)} to reuse, {plan.Count(StageDecision.Run)} to run, {plan.Count(StageDecision.RunIfInputChanges)} to run if their input changes; {known:0} s of work by past runs.");
        return text.ToString();
    }
}
