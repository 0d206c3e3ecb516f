namespace Lat.Acceptance.Tests;

/// <summary>What happens to a run of the pipeline. The numbers up to <see cref="ClockJump"/> are those of faulty_disk.c.</summary>
internal enum StrikeKind
{
    /// <summary>One process is killed, as by `kill -9` or for want of memory.</summary>
    Kill = 1,

    /// <summary>All processes are killed at once, and what was not flushed is cut short, zero, or gone.</summary>
    PowerLoss = 2,

    /// <summary>The front door is asked to end (SIGTERM).</summary>
    Terminate = 3,

    /// <summary>Ctrl-C, which reaches every process.</summary>
    Interrupt = 4,

    /// <summary>The disk refuses some steps: no space, no quota, a bad sector, a stale handle.</summary>
    Refuse = 5,

    /// <summary>A file of the store is damaged while the front door is at some step.</summary>
    DamageMeanwhile = 6,

    /// <summary>The clock jumps by up to ten years in either direction.</summary>
    ClockJump = 7,

    /// <summary>A file of the store is damaged while nothing runs.</summary>
    Damage = 8,

    /// <summary>Somebody who died left a lock, whole or torn.</summary>
    StaleLock = 9,

    /// <summary>Somebody who died left half-written files.</summary>
    HalfWritten = 10,
}
