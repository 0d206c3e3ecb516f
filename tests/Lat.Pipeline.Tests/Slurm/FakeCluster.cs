namespace Lat.Pipeline.Tests;

/// <summary>A cluster in memory: remembers what was submitted, and its jobs are in the state that a test puts them in.</summary>
internal sealed class FakeCluster : ISlurmCluster
{
    private readonly Dictionary<string, SlurmJob> _jobs = new(StringComparer.Ordinal);

    public List<SlurmSubmission> Submissions { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>Called before every look at the queue.</summary>
    public Action Looked { get; set; } = () => { };

    /// <summary>Jobs that may be in the queue at once; the next one is refused as one too many.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>Whether the controller answers.</summary>
    public bool IsUp { get; set; } = true;

    public IEnumerable<SlurmJob> Jobs => _jobs.Values;

    public Task<int> MaximumTasksAsync(CancellationToken cancellationToken) => Task.FromResult(1000);

    public Task<bool> HasGpusAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<string> SubmitAsync(SlurmSubmission submission, CancellationToken cancellationToken)
    {
        if (_jobs.Values.Count(job => job.Phase is SlurmJobPhase.Waiting or SlurmJobPhase.Running) + submission.Tasks > Limit)
        {
            throw new SlurmFaultException("sbatch ended with exit code 1: QOSMaxSubmitJobPerUserLimit") { IsLimit = true };
        }

        Submissions.Add(submission);
        var number = FormattableString.Invariant($"{100 + Submissions.Count}");
        foreach (var task in Enumerable.Range(0, submission.Tasks))
        {
            Put(submission.Tasks == 1 ? number : FormattableString.Invariant($"{number}_{task}"), "PENDING", "Priority", submission.Comment);
        }

        return Task.FromResult(number);
    }

    public Task<IReadOnlyList<SlurmJob>> ListAsync(CancellationToken cancellationToken)
    {
        Looked();
        return IsUp ? Task.FromResult<IReadOnlyList<SlurmJob>>([.. _jobs.Values]) : throw new SlurmFaultException("squeue ended with exit code 1: Unable to contact slurm controller");
    }

    public Task CancelAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        Cancelled.AddRange(jobs);
        return Task.CompletedTask;
    }

    public void Put(string id, string state, string reason = "None", string? comment = null) =>
        _jobs[id] = new SlurmJob(id, state, reason, state == "RUNNING" ? "node7" : "", comment ?? _jobs[id].Comment);

    public void Forget(string id) => _jobs.Remove(id);
}
