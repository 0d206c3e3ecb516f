namespace Lat.Artifacts;

/// <summary>What a stage that runs holds of the machine.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Threads">Of the machine's threads.</param>
/// <param name="MemoryBytes">Of its memory; 0 where nothing is known.</param>
/// <param name="Device">Its GPU; null for none.</param>
internal sealed record ResourceLease(StageNode Node, int Threads, long MemoryBytes, string? Device);
