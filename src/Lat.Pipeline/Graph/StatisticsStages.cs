using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What the seeds of every row say together, for one target.</summary>
internal static class StatisticsStages
{
    public static IEnumerable<Stage> Of(Experiment experiment, string target)
    {
        var baseline = Method.Baseline.ToName();
        var rows = BenchmarkRow.Of(experiment);
        foreach (var row in rows)
        {
            yield return new StatisticsStage(
                StageNames.Statistics(row.Name, target),
                Runs(row.Name),
                row.Name != baseline && rows.Any(other => other.Name == baseline) ? Runs(baseline) : [],
                StageNames.Import(target, validation: true),
                StageNames.Import(target, validation: false));
        }

        EquatableArray<KeyValuePair<string, string>> Runs(string row) => experiment.Seeds.OrderBy(seed => seed.Value)
            .Select(seed => KeyValuePair.Create(FormattableString.Invariant($"seed-{seed}"), StageNames.Evaluate(row, target, seed))).ToEquatableArray();
    }
}
