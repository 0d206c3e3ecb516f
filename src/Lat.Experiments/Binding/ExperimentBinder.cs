using Lat.Core;

namespace Lat.Experiments;

/// <summary>Makes options records from an experiment's document, or reports everything that is wrong with it at once.</summary>
public static class ExperimentBinder
{
    internal const string VersionKey = "version";

    /// <summary>
    /// Binds the root to a sealed record, whose properties are the keys in camelCase. Unknown, duplicate, missing, empty and ill-typed
    /// fields, values out of range and the records' own rules (<see cref="IValidated"/>) are faults.
    /// </summary>
    /// <param name="document">What was read.</param>
    /// <param name="knownVersions">The versions of the format that <typeparamref name="T"/> describes; none given means 1.</param>
    /// <exception cref="ExperimentNotValidException">The document has faults; the exception carries all.</exception>
    public static T Bind<T>(ExperimentDocument document, params IReadOnlyList<int> knownVersions) where T : class
    {
        var faults = document.Faults.Copy();
        CheckVersion(document.Root, knownVersions.Count == 0 ? [1] : knownVersions, faults);
        var ownsVersion = RecordShape.Of(typeof(T)).Fields.Any(field => field.Key == VersionKey);
        var binder = new NodeBinder(faults, ownsVersion ? [ExtendsChain.Key] : [VersionKey, ExtendsChain.Key]);
        var root = ownsVersion ? document.Root : document.Root.Without(VersionKey);
        var bound = binder.TryBind(root, ValueShape.Of(typeof(T)), "", field: null, start: null, out var value);
        faults.ThrowIfAny();
        return bound ? (T)value! : throw new InvalidOperationException("Nothing was bound and nothing was reported.");
    }

    private static void CheckVersion(MappingNode root, IReadOnlyList<int> known, FaultList faults)
    {
        var names = known.Select(version => FormattableString.Invariant($"{version}")).ToList();
        var last = names[^1];
        if (root.Find(VersionKey) is not { } entry)
        {
            faults.Add($"missing key '{VersionKey}'; begin the file with '{VersionKey}: {last}'", root.Position);
            return;
        }

        if (entry.Value is not ScalarNode scalar || !names.Contains(scalar.Text))
        {
            // The fields of another version are not known, and faults about them would mislead.
            var reads = $"{(names.Count == 1 ? "version" : "versions")} {string.Join(", ", names)}";
            throw faults.Fatal($"'{VersionKey}' is {entry.Value.Description}; this build reads {reads}", entry.Value.Position);
        }
    }
}
