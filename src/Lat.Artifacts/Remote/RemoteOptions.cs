namespace Lat.Artifacts;

/// <summary>How a remote cache is used. Nothing here can change a result.</summary>
public sealed record RemoteOptions
{
    /// <summary>Whether what this run computes is put into the remote. Default false: it is for CI to write, and for people to read.</summary>
    public bool Push { get; init; }

    /// <summary>How long the remote may take to answer. Default 15 s; an answer of some size gets the time of <see cref="MinimumBytesPerSecond"/> on top.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Slower than this, in bytes per second, counts as hanging. Default 128 KiB/s.</summary>
    public long MinimumBytesPerSecond { get; init; } = 128 << 10;

    /// <summary>Files that travel at once, at least 1. Default 8.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Failures one after the other until the remote is left alone for the rest of the run. Default 3.</summary>
    public int FailureLimit { get; init; } = 3;
}
