namespace Lat.Artifacts;

/// <summary>What a garbage collection may take. The last results of every experiment are never taken, whatever their age.</summary>
public sealed record CollectionPolicy
{
    /// <summary>Results that no experiment has as its last ones, unfinished work and quarantine stay for so many days after their last use, at least 0. Default 30.</summary>
    public int KeepDays { get; init; } = 30;

    /// <summary>How large all blobs together may be; what was not used for longest goes first. Null, the default: no limit.</summary>
    public ByteSize? MaxSize { get; init; }

    /// <summary>What is younger stays in any case: a run that is just going may need it. Default 1 hour.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(1);
}
