using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What has become of the stages of a run, by the queue and by the store. The store decides: a job that says it is done counts when its result is there.</summary>
/// <param name="graph">The stages.</param>
/// <param name="store">Where jobs leave their results.</param>
/// <param name="observer">Hears what happens.</param>
/// <param name="patience">How long a finished job's result may take to be seen here.</param>
/// <param name="clock">Measures that.</param>
/// <param name="refusal">Why a result must not be used, by node and result; null: all may.</param>
internal sealed class SlurmFollower(
    StageGraph graph, ArtifactStore store, IRunObserver observer, TimeSpan patience, TimeProvider clock, Func<StageNode, StageResult, string?>? refusal)
{
    private readonly StoredResults _results = new(graph, store);
    private readonly Dictionary<string, StageOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _ended = new(StringComparer.Ordinal);

    /// <summary>The stages that are not settled yet.</summary>
    public IReadOnlyList<StageNode> Open => [.. graph.Nodes.Where(IsOpen)];

    public bool IsOpen(StageNode node) => !_outcomes.ContainsKey(node.Name);

    /// <summary>How many of them run, as the queue said last.</summary>
    public int Running => _running.Count;

    /// <summary>Settles the stages that the store has.</summary>
    public void Reuse()
    {
        foreach (var node in graph.Nodes.Where(IsOpen))
        {
            if (_results.Find(node) is { } result)
            {
                Settle(node, StageStatus.Reused, result);
            }
        }
    }

    /// <summary>Settles what has ended.</summary>
    /// <param name="jobs">The queue, by the jobs' numbers.</param>
    /// <param name="jobOf">A stage's job; null while it has none.</param>
    public void Look(IReadOnlyDictionary<string, SlurmJob> jobs, Func<StageNode, string?> jobOf)
    {
        foreach (var node in Open)
        {
            if (graph.Upstream(node.Name).FirstOrDefault(upstream => _outcomes.TryGetValue(upstream.Name, out var known) && known.Result is null) is { } cause)
            {
                Settle(new StageOutcome
                {
                    Node = node, Status = StageStatus.Skipped, SkipReason = $"needs '{cause.Name}', which {(_outcomes[cause.Name].Status == StageStatus.Failed ? "failed" : "was skipped")}",
                });
            }
            else if (jobOf(node) is { } id)
            {
                Look(node, id, jobs.GetValueOrDefault(id));
            }
        }
    }

    public RunReport ToReport() => new([.. graph.Nodes.Select(node => _outcomes[node.Name])]);

    private void Look(StageNode node, string id, SlurmJob? job)
    {
        switch (job?.Phase)
        {
            case SlurmJobPhase.Waiting:
                _running.Remove(node.Name);
                return;
            case SlurmJobPhase.Running:
                if (_running.TryAdd(node.Name, id))
                {
                    observer.StageSent(node, job.Nodes.Length > 0 ? $"job {id} on {job.Nodes}" : $"job {id}");
                }

                return;
            default:
                Conclude(node, id, job);
                return;
        }
    }

    private void Conclude(StageNode node, string id, SlurmJob? job)
    {
        if (_results.Find(node) is { } result)
        {
            // Stages that compute the same have one job and one result.
            var isTwin = _outcomes.Values.Any(other => other.Status == StageStatus.Ran && other.Key == result.Key);
            Settle(node, isTwin ? StageStatus.Reused : StageStatus.Ran, result);
        }
        else if (job is { Phase: SlurmJobPhase.Failed, Reason: "DependencyNeverSatisfied" or "Dependency" })
        {
            Settle(new StageOutcome { Node = node, Status = StageStatus.Skipped, SkipReason = "its job waited for one that failed" });
        }
        else if (job?.Phase == SlurmJobPhase.Failed || IsOverdue(node))
        {
            var reason = new LatException(SlurmFailure.Describe(job, id, SlurmSubmitter.LogDirectoryOf(store)));
            Settle(new StageOutcome { Node = node, Status = StageStatus.Failed, Error = reason });
        }
    }

    private bool IsOverdue(StageNode node)
    {
        _ended.TryAdd(node.Name, clock.GetTimestamp());
        return clock.GetElapsedTime(_ended[node.Name]) >= patience;
    }

    private void Settle(StageNode node, StageStatus status, StageResult result) => Settle(refusal?.Invoke(node, result) is { } why
        ? new StageOutcome { Node = node, Status = StageStatus.Failed, Key = result.Key, Error = new LatException(why) }
        : new StageOutcome { Node = node, Status = status, Key = result.Key, Result = result, Seconds = status == StageStatus.Ran ? result.Measurements.Seconds : 0 });

    private void Settle(StageOutcome outcome)
    {
        _running.Remove(outcome.Node.Name);
        _outcomes.Add(outcome.Node.Name, outcome);
        observer.StageFinished(outcome);
    }
}
