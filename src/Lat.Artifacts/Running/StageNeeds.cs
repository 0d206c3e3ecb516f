namespace Lat.Artifacts;

/// <summary>What of a machine a stage takes while it runs. A matter of planning only: it enters no key.</summary>
public sealed record StageNeeds
{
    /// <summary>One thread and nothing else.</summary>
    public static readonly StageNeeds OneThread = new();

    /// <summary>Threads that compute at once. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether it computes on a GPU where the run has some, and then on one of its own. Default false.</summary>
    public bool UsesDevice { get; init; }

    /// <summary>The largest resident memory in bytes; null: what it took when it last ran, else the most that one of its kind took. Default null.</summary>
    public long? MemoryBytes { get; init; }
}
