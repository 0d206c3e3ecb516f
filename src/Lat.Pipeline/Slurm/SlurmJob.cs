namespace Lat.Pipeline;

/// <summary>A job, or a task of a job array, as the queue shows it.</summary>
/// <param name="Id">`12`, or `12_3` for a task of an array.</param>
/// <param name="State">As Slurm names it: `PENDING`.</param>
/// <param name="Reason">Why it waits or failed: `Resources`, `NonZeroExitCode`.</param>
/// <param name="Nodes">Where it runs or ran; empty for nowhere.</param>
/// <param name="Comment">What its submitter wrote on it.</param>
internal sealed record SlurmJob(string Id, string State, string Reason, string Nodes, string Comment)
{
    /// <summary>Its place in its array; 0 outside one.</summary>
    public int Index => Id.Split('_') is [_, var index] && int.TryParse(index, out var number) ? number : 0;

    public SlurmJobPhase Phase => State switch
    {
        "COMPLETED" => SlurmJobPhase.Succeeded,
        "BOOT_FAIL" or "CANCELLED" or "DEADLINE" or "FAILED" or "NODE_FAIL" or "OUT_OF_MEMORY" or "PREEMPTED" or "REVOKED" or "TIMEOUT" => SlurmJobPhase.Failed,
        "PENDING" or "CONFIGURING" or "REQUEUED" or "REQUEUE_FED" or "REQUEUE_HOLD" or "RESV_DEL_HOLD" or "SPECIAL_EXIT" => SlurmJobPhase.Waiting,

        // RUNNING, COMPLETING, SUSPENDED, STAGE_OUT and what later versions may add: under way.
        _ => SlurmJobPhase.Running,
    };

    /// <summary>Whether it waits for a job that has failed, so that it never runs.</summary>
    public bool IsLost => Phase == SlurmJobPhase.Waiting && Reason == "DependencyNeverSatisfied";
}
