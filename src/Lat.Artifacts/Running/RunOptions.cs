namespace Lat.Artifacts;

/// <summary>How a run uses the machine. Nothing here can change a result.</summary>
public sealed record RunOptions
{
    /// <summary>Stages at once, at least 1. Default 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether stages that do not need a failed one are still begun. Default false.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How closely stored results are looked at before they are reused. Default <see cref="Verification.Presence"/>.</summary>
    public Verification Verification { get; init; } = Verification.Presence;

    /// <summary>How long to wait for another process that runs the same stage; null: as long as it takes. Default null.</summary>
    public TimeSpan? LockTimeout { get; init; }
}
