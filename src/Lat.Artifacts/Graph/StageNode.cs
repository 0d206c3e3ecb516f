using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One stage of an experiment: what it consumes, and under which name people know it.</summary>
public sealed record StageNode
{
    /// <summary>Unique in its graph (`detector/mid`). Not part of the key: two nodes that compute the same share their result.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of computation this is (`detector`).</summary>
    public required string Kind { get; init; }

    /// <summary>The identity of the code; changes whenever the code may give another result.</summary>
    public required string CodeRevision { get; init; }

    /// <summary>The fields of the spec that the stage consumes, and only those (<see cref="SpecFields.Flatten"/>). Default none.</summary>
    public EquatableArray<SpecField> Fields { get; init; } = [];

    /// <summary>What other stages make for this one. Default nothing.</summary>
    public EquatableArray<StageInput> Inputs { get; init; } = [];

    /// <summary>What the user's disk gives. Default nothing.</summary>
    public EquatableArray<ExternalInput> ExternalInputs { get; init; } = [];

    /// <summary>The origin of its random choices; null where it makes none.</summary>
    public Seed? Seed { get; init; }

    /// <summary>What of the machine's arithmetic changes the bits of its result. Default none.</summary>
    public EquatableArray<SpecField> Numerics { get; init; } = [];

    /// <summary>Whether a failure may pass by itself, such as that of a network mount: the stage is then tried again. Not part of the key. Default false.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What of a machine it takes while it runs. Not part of the key. Default one thread.</summary>
    public StageNeeds Needs { get; init; } = StageNeeds.OneThread;

    /// <summary>What a node's name must satisfy, for error messages.</summary>
    public const string ValidNames = "A name is parts of letters, digits, '-', '_' and '.', joined by '/', none beginning with '.', 200 characters at most.";

    public static bool IsValidName(string name) => name.Length is > 0 and <= 200 && name.Split('/').All(part =>
        part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
