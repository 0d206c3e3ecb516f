using System.Text;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// Has the stages of a graph run by a cluster: submits all that lack a result at once, each job behind those it needs, and follows them. The
/// jobs need nobody who follows them; a later run finds them again and submits nothing twice.
/// </summary>
internal sealed class SlurmRun(ArtifactStore store, ISlurmCluster cluster, SlurmOrder order, IRunObserver observer, Action<string> notice)
{
    // Of this key nobody publishes a result: its lock keeps two front doors on one store from submitting the same stage.
    private static readonly StageKey _submissions = new(ContentHash.Of(Encoding.UTF8.GetBytes("lat slurm submissions")));

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(15);

    /// <summary>Measures pauses and patience. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Why a result must not be used; null: all may.</summary>
    public Func<StageNode, StageResult, string?>? Refusal { get; init; }

    /// <exception cref="OperationCanceledException">The token was cancelled; the jobs go on.</exception>
    /// <exception cref="SlurmFaultException">A job was refused, or the controller was silent for long. The jobs submitted by then go on.</exception>
    public async Task<RunReport> RunAsync(StageGraph graph, CancellationToken cancellationToken)
    {
        var follower = new SlurmFollower(graph, store, observer, TimeSpan.FromSeconds(order.Options.ResultPatienceSeconds), Clock, Refusal);
        follower.Reuse();
        if (follower.Open.Count == 0)
        {
            return follower.ToReport();
        }

        var submitter = new SlurmSubmitter(graph, StageIdentities.Of(graph), store, cluster, order);
        try
        {
            await SubmitAsync(follower, submitter, cancellationToken).ConfigureAwait(false);
            await FollowAsync(follower, submitter, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SlurmFaultException)
        {
            var left = submitter.Numbers(follower.Open);
            if (left.Count > 0)
            {
                notice($"The jobs go on without this command. To follow them, give it again; to end them: scancel {string.Join(' ', left)}");
            }

            throw;
        }

        return follower.ToReport();
    }

    private async Task SubmitAsync(SlurmFollower follower, SlurmSubmitter submitter, CancellationToken cancellationToken)
    {
        using var turn = await StageLock.AcquireAsync(
            store, _submissions, onWaiting: owner => notice($"Waiting for {owner?.ToString() ?? "another run"}, which is submitting jobs."), cancellationToken: cancellationToken).ConfigureAwait(false);

        // Whoever had the turn before may have submitted these, and jobs may have ended.
        follower.Reuse();
        var missing = follower.Open;
        await submitter.AttachAsync(missing, cancellationToken).ConfigureAwait(false);
        await submitter.PrepareAsync(missing, cancellationToken).ConfigureAwait(false);
        await submitter.SendAsync(follower.IsOpen, cancellationToken).ConfigureAwait(false);
        var later = submitter.Unsent > 0 ? FormattableString.Invariant($", {submitter.Unsent} later, when the cluster takes more of them") : "";
        notice(FormattableString.Invariant(
            $"Slurm: {submitter.Sent} stages submitted, {submitter.Attached} in the queue already{later}. Logs: {SlurmSubmitter.LogDirectoryOf(store)}"));
    }

    private async Task FollowAsync(SlurmFollower follower, SlurmSubmitter submitter, CancellationToken cancellationToken)
    {
        var longest = TimeSpan.FromSeconds(order.Options.PollSeconds);
        var pause = longest < _firstPause ? longest : _firstPause;
        var (lastAnswer, lastWord, isSilent) = (Clock.GetTimestamp(), Clock.GetTimestamp(), false);
        while (follower.Open.Count > 0)
        {
            var before = follower.Open.Count;
            if (await ListAsync(lastAnswer, isSilent, cancellationToken).ConfigureAwait(false) is { } jobs)
            {
                (lastAnswer, isSilent) = (Clock.GetTimestamp(), false);
                follower.Look(jobs, submitter.JobOf);
                if (submitter.Unsent > 0 && (follower.Open.Count < before || follower.Open.All(node => submitter.JobOf(node) is null)))
                {
                    await submitter.SendAsync(follower.IsOpen, cancellationToken).ConfigureAwait(false);
                }

                if (follower.Running > 0 || follower.Open.Count < before)
                {
                    lastWord = lastAnswer;
                }
                else if (Clock.GetElapsedTime(lastWord) >= _quiet && FirstWaiting(follower, submitter, jobs) is { } waiting)
                {
                    notice($"No job runs; the first waits: {waiting}");
                    lastWord = lastAnswer;
                }
            }
            else
            {
                isSilent = true;
            }

            if (follower.Open.Count > 0)
            {
                await Task.Delay(pause, Clock, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < longest ? pause * 2 : longest;
            }
        }
    }

    /// <summary>The queue by the jobs' numbers; null where the controller does not answer, which may be a restart of it.</summary>
    private async Task<Dictionary<string, SlurmJob>?> ListAsync(long lastAnswer, bool isSilent, CancellationToken cancellationToken)
    {
        try
        {
            return (await cluster.ListAsync(cancellationToken).ConfigureAwait(false)).DistinctBy(job => job.Id).ToDictionary(job => job.Id, StringComparer.Ordinal);
        }
        catch (SlurmFaultException fault) when (Clock.GetElapsedTime(lastAnswer) < _silence)
        {
            if (!isSilent)
            {
                notice($"{fault.Message} The jobs go on; asking again.");
            }

            return null;
        }
    }

    private static string? FirstWaiting(SlurmFollower follower, SlurmSubmitter submitter, Dictionary<string, SlurmJob> jobs) => follower.Open
        .Select(node => (node.Name, Job: submitter.JobOf(node) is { } id ? jobs.GetValueOrDefault(id) : null))
        .Where(entry => entry.Job is { Phase: SlurmJobPhase.Waiting })
        .Select(entry => $"{entry.Name}, job {entry.Job!.Id}, {entry.Job.Reason}").FirstOrDefault();
}
