using Lat.Core;

namespace Lat.Experiments;

/// <summary>
/// The tree of an experiment's file, with what it extends merged in and the overrides of the command line applied; every value knows the
/// file, line and column that it came from. Faults that do not stop the reading are kept, so that binding reports them with its own.
/// </summary>
public sealed class ExperimentDocument
{
    private ExperimentDocument(EquatableArray<string> files, MappingNode root, FaultList faults) =>
        (Files, Root, Faults) = (files, root, faults);

    /// <summary>The file as it was asked for.</summary>
    public string Path => Files[0];

    /// <summary>The file, then those it extends, nearest first.</summary>
    public EquatableArray<string> Files { get; }

    /// <summary>The whole experiment, without `extends`.</summary>
    public MappingNode Root { get; }

    internal FaultList Faults { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; faults name it as it is given here.</param>
    /// <param name="overrides">`path.to.field=value`, applied in order, each replacing what the path names.</param>
    /// <param name="resolveExtends">
    /// Finds the file for a name in `extends` that is not beside the file that extends it; null, or a null result, where there is none.
    /// </param>
    /// <exception cref="ExperimentNotValidException">A file is missing, too large or not YAML, or the chain of `extends` is broken.</exception>
    public static ExperimentDocument Load(string path, IReadOnlyList<string> overrides, Func<string, string?>? resolveExtends = null)
    {
        var faults = new FaultList(path);
        var chain = new ExtendsChain(resolveExtends, faults);
        return Finish(chain.Read(path), [.. chain.Files], overrides, faults);
    }

    /// <summary>Reads a text that extends nothing, such as one that <see cref="ExperimentWriter"/> wrote.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What faults call it.</param>
    /// <param name="overrides">As for <see cref="Load"/>.</param>
    /// <exception cref="ExperimentNotValidException">The text is not YAML.</exception>
    public static ExperimentDocument Parse(string yaml, string name, IReadOnlyList<string>? overrides = null)
    {
        var faults = new FaultList(name);
        return Finish(YamlReader.ReadFile(yaml, name, faults), [name], overrides ?? [], faults);
    }

    /// <summary>
    /// The document in which one section states only how it differs from another: the other's values stand below its own.
    /// </summary>
    /// <param name="from">The section that is differed from, at the root; where it is missing nothing happens.</param>
    /// <param name="into">The path of the section that inherits, such as `downstream`, or `datasets.*.detector` for a field of every entry or item.</param>
    /// <param name="create">Whether a missing section becomes a copy; else it stays missing.</param>
    public ExperimentDocument Inherit(string from, string into, bool create) =>
        Root.Find(from)?.Value is MappingNode defaults
            ? new ExperimentDocument(Files, SectionInheritance.Apply(Root, defaults, into.Split('.'), create), Faults)
            : this;

    private static ExperimentDocument Finish(
        MappingNode root, EquatableArray<string> files, IReadOnlyList<string> overrides, FaultList faults)
    {
        SpecNode tree = root;
        foreach (var text in overrides)
        {
            tree = FieldOverride.Apply(tree, text, faults);
        }

        if (tree.Size > DocumentLimits.Nodes || tree.Height > DocumentLimits.Depth)
        {
            var (size, height) = (FormattableString.Invariant($"{tree.Size} values"), FormattableString.Invariant($"{tree.Height} levels"));
            throw faults.Fatal(FormattableString.Invariant(
                $"with what it extends, the experiment has {size} in {height}; at most {DocumentLimits.Nodes} in {DocumentLimits.Depth} fit"));
        }

        return new ExperimentDocument(files, (MappingNode)tree, faults);
    }
}
