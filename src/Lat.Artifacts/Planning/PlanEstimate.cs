namespace Lat.Artifacts;

/// <summary>What the stages of a plan that may run would cost, by what the same stages cost before, else by others of their kind.</summary>
/// <param name="WorkSeconds">The sum of their times.</param>
/// <param name="WallSeconds">From the first to the last, with so many at once as the estimate was asked for.</param>
/// <param name="Bytes">What their outputs add to the store at most: contents that are there already take nothing.</param>
/// <param name="Unknown">How many of them nothing is known of; they count as nothing.</param>
public sealed record PlanEstimate(double WorkSeconds, double WallSeconds, long Bytes, int Unknown)
{
    /// <param name="plan">The plan.</param>
    /// <param name="jobs">How many stages run at once; at least 1.</param>
    public static PlanEstimate Of(RunPlan plan, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        var kinds = plan.Stages.Where(stage => stage.LastSeconds is not null).GroupBy(stage => stage.Node.Kind, StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => (Seconds: Median(kind.Select(stage => stage.LastSeconds!.Value)), Bytes: Median(kind.Select(stage => (double)(stage.LastBytes ?? 0)))), StringComparer.Ordinal);
        var (work, bytes, unknown) = (0.0, 0.0, 0);
        var seconds = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stage in plan.Stages.Where(stage => stage.Decision != StageDecision.Reuse))
        {
            var known = stage.LastSeconds is { } last ? (Seconds: last, Bytes: stage.LastBytes ?? 0) : kinds.GetValueOrDefault(stage.Node.Kind);
            unknown += stage.LastSeconds is null && !kinds.ContainsKey(stage.Node.Kind) ? 1 : 0;
            seconds.Add(stage.Node.Name, known.Seconds);
            work += known.Seconds;
            bytes += known.Bytes;
        }

        return new PlanEstimate(work, Wall(plan, seconds, jobs), (long)bytes, unknown);
    }

    /// <summary>Each stage on the job that is free first, once what it waits for is done; in the order of the plan, as a run starts them.</summary>
    private static double Wall(RunPlan plan, Dictionary<string, double> seconds, int jobs)
    {
        var done = new Dictionary<string, double>(StringComparer.Ordinal);
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, jobs).Select(job => (job, 0.0)));
        foreach (var stage in plan.Stages.Where(stage => seconds.ContainsKey(stage.Node.Name)))
        {
            free.TryDequeue(out var job, out var since);
            var ready = plan.Graph.Upstream(stage.Node.Name).Select(upstream => done.GetValueOrDefault(upstream.Name)).Append(since).Max();
            var end = ready + seconds[stage.Node.Name];
            done.Add(stage.Node.Name, end);
            free.Enqueue(job, end);
        }

        return done.Values.DefaultIfEmpty().Max();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
