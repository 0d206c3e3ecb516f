namespace Lat.Artifacts;

/// <summary>What can be known from here of a process that holds a lock.</summary>
internal enum OwnerLiveness
{
    /// <summary>It runs.</summary>
    Alive,

    /// <summary>It does not: its number is free or given again, or its machine has started anew.</summary>
    Dead,

    /// <summary>It belongs to another machine or container; only its heartbeat tells.</summary>
    Unknown,
}
