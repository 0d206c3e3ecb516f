using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Says which methods lie behind a changed code revision, where the listings of both are at hand.</summary>
/// <param name="archive">Has the listings of earlier runs.</param>
/// <param name="codeOf">The listing of a node's code as it is now; null where nobody can tell.</param>
internal sealed class CodeExplanation(CodeArchive archive, Func<StageNode, CodeListing>? codeOf)
{
    // Many stages share their code.
    private readonly Dictionary<(string Old, string New), EquatableArray<KeyDifference>> _known = [];

    /// <summary>The differences, with the methods in place of the revision that they change.</summary>
    public EquatableArray<KeyDifference> Refine(StageNode node, EquatableArray<KeyDifference> differences) =>
        differences.SelectMany(difference => difference is { Kind: DifferenceKind.CodeRevision, Old: { } old, New: { } now }
            ? Methods(node, difference, old, now)
            : [difference]).ToEquatableArray();

    private EquatableArray<KeyDifference> Methods(StageNode node, KeyDifference difference, string old, string now)
    {
        if (!_known.TryGetValue((old, now), out var methods))
        {
            _known.Add((old, now), methods = Find(node, difference, old, now));
        }

        return methods;
    }

    private EquatableArray<KeyDifference> Find(StageNode node, KeyDifference difference, string old, string now)
    {
        if (codeOf is null || CodeRevision.TryParse(old) is not { } before || CodeRevision.TryParse(now) is not { } after || archive.Find(old) is not { } listing)
        {
            return [difference];
        }

        var number = new KeyDifference(
            DifferenceKind.CodeRevision, "", before.Number.ToString(CultureInfo.InvariantCulture), after.Number.ToString(CultureInfo.InvariantCulture));
        return [.. before.Number == after.Number ? [] : new[] { number }, .. CodeListing.Compare(listing, codeOf(node))];
    }
}
