namespace Lat.Reports;

/// <summary>What became of one stage.</summary>
/// <param name="Name">The stage's name in the graph (`detector/mid`).</param>
/// <param name="Kind">Its kind (`detector`).</param>
/// <param name="Key">The identity of its computation.</param>
/// <param name="Outcome">Whether it ran.</param>
/// <param name="Seconds">Wall time when it ran, now or in an earlier run.</param>
public sealed record StageRecord(string Name, string Kind, ContentHash Key, StageOutcome Outcome, double Seconds)
{
    /// <summary>Whether it ran on a GPU. Default false.</summary>
    public bool IsOnGpu { get; init; }

    /// <summary>The largest resident memory of its process; null where nobody measured it.</summary>
    public long? PeakMemoryBytes { get; init; }

    /// <summary>What it left in the store. Default 0.</summary>
    public long OutputBytes { get; init; }
}
