using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Holds a run to a lock: what it is about to run before it begins, and every result that it uses or makes.</summary>
internal sealed class LockGuard(ExperimentLock locked, string path)
{
    private const string Untold = "description", Printed = "published";

    /// <summary>What of the experiment, its data and this machine is not as the lock says.</summary>
    /// <returns>One line for each; none where all is.</returns>
    public IReadOnlyList<string> Differences(PreparedExperiment prepared) =>
    [
        .. Texts("field", Fields(locked.Experiment), Fields(prepared.Experiment)),
        .. Texts("numerics", locked.Numerics, LockMaker.Numerics(prepared)),
        .. Texts("weights", locked.Weights, LockMaker.Weights(prepared)),
        .. Texts("dataset of", locked.Inputs, LockMaker.Inputs(prepared)),
    ];

    /// <summary>Why a result is not the one that the lock has; null where it is.</summary>
    public string? Refusal(StageNode node, StageResult result)
    {
        if (!locked.Results.TryGetValue(node.Name, out var files))
        {
            return $"The lock knows no stage '{node.Name}'. {Remedy}";
        }

        var differences = Texts("file", files, LockMaker.Files(result)).ToList();
        if (differences.Count == 0)
        {
            return null;
        }

        if (locked.Subsets.TryGetValue(node.Name, out var list) && LockMaker.SubsetOf(result) != list)
        {
            differences.Add("these are other images than the lock has");
        }

        if (locked.Code.TryGetValue(node.Kind, out var revisions) && !revisions.Contains(node.CodeRevision))
        {
            differences.Add($"its code is not what it was: {string.Join(", ", revisions)} in the lock, {node.CodeRevision} now");
        }

        return $"What this stage made is not what the lock has:\n  {string.Join("\n  ", differences)}\n{Remedy}";
    }

    private string Remedy => $"Leave out --locked to run all the same; if what is new is right, write the lock again with ./build.sh Lock. Lock: {path}";

    /// <summary>All that can change a result; words and numbers that stand beside it cannot.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(Experiment experiment) => SpecFields.Flatten("", experiment)
        .Where(field => field.Path != Untold && !field.Path.StartsWith(Printed, StringComparison.Ordinal))
        .Select(field => KeyValuePair.Create(field.Path, field.Value));

    private static IEnumerable<string> Texts(string what, IEnumerable<KeyValuePair<string, string>> before, IEnumerable<KeyValuePair<string, string>> now)
    {
        var old = before.ToDictionary(StringComparer.Ordinal);
        var current = now.ToDictionary(StringComparer.Ordinal);
        return from name in old.Keys.Union(current.Keys).Order(StringComparer.Ordinal)
               let locked = old.GetValueOrDefault(name)
               let found = current.GetValueOrDefault(name)
               where locked != found
               select $"{what} {name}: {Short(locked)} in the lock, {Short(found)} now";
    }

    private static string Short(string? text) => text is null ? "not there" : ContentHash.TryParse(text, out var hash) ? hash.Abbreviated + "…" : text;
}
