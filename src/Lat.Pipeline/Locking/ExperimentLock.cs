using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// What an experiment stood on when its results were made, and what they were: the content of `experiments/NAME.lock.yaml`, which
/// `./build.sh Lock` writes and `--locked` goes by. All hashes are SHA-256, in lower-case hexadecimal digits.
/// </summary>
public sealed record ExperimentLock : IValidated
{
    /// <summary>What the machine's arithmetic was: kind of device and version of libtorch. On another, no bytes can be promised.</summary>
    public required NamedMap<string> Numerics { get; init; }

    /// <summary>The datasets on disk, by the stage that imports them: names and content of all files.</summary>
    public required NamedMap<string> Inputs { get; init; }

    /// <summary>The files of weights, by the fields that name them.</summary>
    public required NamedMap<string> Weights { get; init; }

    /// <summary>The lists of the images that were chosen, by the stage that chose them.</summary>
    public required NamedMap<string> Subsets { get; init; }

    /// <summary>The files that every stage made, by stage and file.</summary>
    public required NamedMap<NamedMap<string>> Results { get; init; }

    /// <summary>The revisions of the code of each kind of stage. For messages: other code that makes the same bytes is welcome.</summary>
    public required NamedMap<EquatableArray<string>> Code { get; init; }

    /// <summary>The experiment with every default filled in.</summary>
    public required Experiment Experiment { get; init; }

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check() =>
        Check(nameof(Inputs), Inputs).Concat(Check(nameof(Weights), Weights)).Concat(Check(nameof(Subsets), Subsets))
            .Concat(Results.SelectMany(stage => Check(nameof(Results), stage.Value)));

    private static IEnumerable<SpecProblem> Check(string section, NamedMap<string> hashes) =>
        from entry in hashes
        where !ContentHash.TryParse(entry.Value, out _)
        select new SpecProblem(section, $"has '{entry.Value}' for '{entry.Key}'; expected 64 lower-case hexadecimal digits");
}
