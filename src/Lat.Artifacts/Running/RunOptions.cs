namespace Lat.Artifacts;

/// <summary>How a run uses the machine. Nothing here can change a result.</summary>
public sealed record RunOptions
{
    /// <summary>Stages at once, at least 1. Default 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>What those stages may take of the machine together. Default no limit.</summary>
    public MachineCapacity Capacity { get; init; } = MachineCapacity.Unlimited;

    /// <summary>Whether stages that do not need a failed one are still begun. Default false.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How closely stored results are looked at before they are reused. Default <see cref="Verification.Presence"/>.</summary>
    public Verification Verification { get; init; } = Verification.Presence;

    /// <summary>How long to wait for another process that runs the same stage; null: as long as it takes. Default null.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>How often a stage that is marked transient is tried again after a failure. Default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long to wait before each of these attempts. Default 5 seconds.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Says why a result may not be used by this run, whether it was stored or just made; null for one that may. Default: all may.</summary>
    public Func<StageNode, StageResult, string?>? Refusal { get; init; }
}
