using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What a garbage collection would take, and what it leaves.</summary>
public sealed record CollectionPlan
{
    /// <summary>Results that go.</summary>
    public required EquatableArray<StageKey> Results { get; init; }

    /// <summary>Results that stay because an experiment has them as its last ones.</summary>
    public required int RootCount { get; init; }

    /// <summary>Results that stay because they are young enough.</summary>
    public required int YoungCount { get; init; }

    /// <summary>Blobs that go, because no result that stays has them.</summary>
    public required EquatableArray<string> Blobs { get; init; }

    /// <summary>Unfinished work, quarantine, and what dead processes left: files and folders that go.</summary>
    public required EquatableArray<string> Remainders { get; init; }

    /// <summary>The space that becomes free.</summary>
    public required ByteSize Freed { get; init; }

    /// <summary>The blobs that stay.</summary>
    public required ByteSize Kept { get; init; }

    /// <summary>What the user should know: a limit that cannot be kept, a record that cannot be read.</summary>
    public required EquatableArray<string> Notes { get; init; }

    /// <summary>What was wanted.</summary>
    public required CollectionPolicy Policy { get; init; }
}
