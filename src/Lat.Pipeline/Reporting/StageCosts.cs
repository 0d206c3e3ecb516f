using Lat.Artifacts;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>What stages cost when they ran, now or in an earlier run.</summary>
internal static class StageCosts
{
    private const string Graphics = "cuda";

    /// <summary>A stage with its cost.</summary>
    public static StageRecord ToRecord(Artifacts.StageOutcome stage) => new(
        stage.Node.Name,
        stage.Node.Kind,
        stage.Key!.Value.Hash,
        stage.Status == StageStatus.Ran ? Reports.StageOutcome.Ran : Reports.StageOutcome.Reused,
        stage.Result!.Measurements.Seconds)
    {
        IsOnGpu = IsOnGpu(stage),
        PeakMemoryBytes = stage.Result.Measurements.PeakMemoryBytes,
        OutputBytes = BytesOf(stage),
    };

    /// <summary>The sum; a computation that stands in the graph under two names counts once, as it ran once.</summary>
    public static RunCost Of(IEnumerable<Artifacts.StageOutcome> stages)
    {
        var distinct = stages.Where(stage => stage.Result is not null).DistinctBy(stage => stage.Result!.Key.Hash).ToList();
        return new RunCost(
            distinct.Count,
            Seconds(distinct.Where(stage => !IsOnGpu(stage))),
            Seconds(distinct.Where(IsOnGpu)),
            distinct.Select(stage => stage.Result!.Measurements.PeakMemoryBytes).Max(),
            distinct.Sum(BytesOf));
    }

    private static double Seconds(IEnumerable<Artifacts.StageOutcome> stages) => Math.Round(stages.Sum(stage => stage.Result!.Measurements.Seconds), 3);

    private static long BytesOf(Artifacts.StageOutcome stage) => stage.Result!.Outputs.Sum(output => output.Size);

    private static bool IsOnGpu(Artifacts.StageOutcome stage) => stage.Node.Numerics.Any(fact => fact.Value.Trim('"') == Graphics);
}
