namespace Lat.Evaluation;

/// <summary>Which true target objects each source box of an image should become, by the identity of the objects.</summary>
internal sealed class ObjectLinks
{
    private readonly List<int>[] _targetsOf;
    private readonly int[] _ownerCounts;

    /// <param name="source">The source annotations of the image, all with an identity.</param>
    /// <param name="truth">The true target annotations of the image, all with an identity.</param>
    /// <param name="groupOf">The things that one box may hold together: the group of an identity.</param>
    public ObjectLinks(EquatableArray<Annotation> source, EquatableArray<Annotation> truth, Func<int, int> groupOf)
    {
        _targetsOf = [.. source.Select(_ => new List<int>())];
        _ownerCounts = new int[truth.Count];
        var inGroup = truth.Select((_, index) => index).ToLookup(index => groupOf(truth[index].ObjectId!.Value));
        var sourcesInGroup = source.Select((_, index) => index).ToLookup(index => groupOf(source[index].ObjectId!.Value));
        foreach (var group in inGroup)
        {
            var owners = sourcesInGroup[group.Key].ToList();
            foreach (var target in group)
            {
                var same = owners.Where(owner => source[owner].ObjectId == truth[target].ObjectId).ToList();
                Link(same.Count > 0 ? same : owners, target);
            }

            foreach (var owner in owners.Where(owner => _targetsOf[owner].Count == 0))
            {
                foreach (var target in group)
                {
                    Link([owner], target);
                }
            }
        }
    }

    /// <summary>The true objects that a source box should become.</summary>
    public IReadOnlyList<int> TargetsOf(int source) => _targetsOf[source];

    /// <summary>Whether the source does not annotate a true object at all.</summary>
    public bool IsAdded(int target) => _ownerCounts[target] == 0;

    public TransferOutcome OutcomeOf(int source, bool sameName) => _targetsOf[source] switch
    {
        [] => TransferOutcome.Dropped,
        [var only] when _ownerCounts[only] > 1 => TransferOutcome.Merged,
        [_] => sameName ? TransferOutcome.Kept : TransferOutcome.Relabelled,
        _ => TransferOutcome.Split,
    };

    private void Link(IEnumerable<int> owners, int target)
    {
        foreach (var owner in owners)
        {
            _targetsOf[owner].Add(target);
            _ownerCounts[target]++;
        }
    }
}
