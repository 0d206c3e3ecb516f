using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One stage to be executed: all it may read, and where it may write.</summary>
public sealed record StageInvocation
{
    public required StageNode Node { get; init; }

    public required StageKey Key { get; init; }

    /// <summary>What the result will be known by.</summary>
    public required StageKeyParts Parts { get; init; }

    /// <summary>
    /// Absolute paths by input name: stored files (read-only, `name` or `name/output`) and the user's own files and folders.
    /// In ordinal order of the names.
    /// </summary>
    public required NamedMap<string> Inputs { get; init; }

    /// <summary>The folder to write in; belongs to this key, so that what an attempt that died left there is this stage's own.</summary>
    public required string WorkDirectory { get; init; }

    /// <summary>Whether an earlier attempt left files in the work directory.</summary>
    public bool IsResumed { get; init; }

    /// <summary>The GPU that is the stage's alone while it runs; null where it uses none, or the run was given none.</summary>
    public string? Device { get; init; }

    /// <summary>Takes a line of progress for people.</summary>
    public required Action<string> Report { get; init; }
}
