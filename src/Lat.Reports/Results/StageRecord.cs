namespace Lat.Reports;

/// <summary>What became of one stage.</summary>
/// <param name="Name">The stage's name in the graph (`detector/mid`).</param>
/// <param name="Kind">Its kind (`detector`).</param>
/// <param name="Key">The identity of its computation.</param>
/// <param name="Outcome">Whether it ran.</param>
/// <param name="Seconds">Wall time; near 0 where it was reused.</param>
public sealed record StageRecord(string Name, string Kind, ContentHash Key, StageOutcome Outcome, double Seconds);
