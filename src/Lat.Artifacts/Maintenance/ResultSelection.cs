using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Divides the results of a store into those that stay and those that go, by age first and by size then.</summary>
internal sealed class ResultSelection
{
    private readonly Dictionary<ContentHash, int> _users = [];
    private readonly Dictionary<ContentHash, long> _sizes;
    private readonly List<StoredResult> _doomed = [];

    public ResultSelection(
        IReadOnlyList<StoredResult> results, IReadOnlyList<StoredBlob> blobs, HashSet<StageKey> roots, CollectionPolicy policy, DateTimeOffset now)
    {
        _sizes = blobs.ToDictionary(blob => blob.Hash, blob => blob.Size);
        foreach (var hash in results.SelectMany(HashesOf))
        {
            _users[hash] = _users.GetValueOrDefault(hash) + 1;
        }

        var kept = _users.Keys.Sum(SizeOf);
        var candidates = results.Where(result => !roots.Contains(result.Key) && now - result.LastUsed >= policy.Grace)
            .OrderBy(result => result.LastUsed).ThenBy(result => result.Key);
        foreach (var result in candidates)
        {
            if (now - result.LastUsed >= TimeSpan.FromDays(policy.KeepDays) || policy.MaxSize is { } limit && kept > limit.Bytes)
            {
                _doomed.Add(result);
                kept -= HashesOf(result).Where(hash => --_users[hash] == 0).Sum(SizeOf);
            }
        }

        KeptSize = new ByteSize(kept);
    }

    public IReadOnlyList<StoredResult> Doomed => _doomed;

    /// <summary>Of the blobs that the results that stay have, each counted once.</summary>
    public ByteSize KeptSize { get; }

    public bool IsNeeded(ContentHash hash) => _users.GetValueOrDefault(hash) > 0;

    private long SizeOf(ContentHash hash) => _sizes.GetValueOrDefault(hash);

    private static IEnumerable<ContentHash> HashesOf(StoredResult result) => result.Result?.Outputs.Select(output => output.Hash).Distinct() ?? [];
}
