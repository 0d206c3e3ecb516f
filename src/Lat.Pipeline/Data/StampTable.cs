using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What is remembered of the files of a dataset: columns in ordinal order of the names, so that an unchanged dataset is compared without look-ups.</summary>
/// <param name="names">The names of the files in the dataset.</param>
/// <param name="stamps">Their stamps when they were hashed.</param>
/// <param name="digests">Their SHA-256, 32 bytes each.</param>
/// <param name="whole">The hash of the dataset as a whole; null where not all of its files are remembered.</param>
internal sealed class StampTable(string[] names, FileStamp[] stamps, byte[] digests, ContentHash? whole)
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int DigestSize = 32;

    private readonly Lazy<Dictionary<string, int>> _indices = new(() =>
    {
        var indices = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
        {
            indices[names[index]] = index;
        }

        return indices;
    });

    /// <summary>Nothing is remembered.</summary>
    public static StampTable Empty { get; } = new([], [], [], null);

    /// <summary>How many files are remembered.</summary>
    public int Count => names.Length;

    /// <summary>The hash of the dataset as a whole; null where not all of its files are remembered.</summary>
    public ContentHash? Whole => whole;

    /// <summary>The name of a file in the dataset.</summary>
    public string NameAt(int index) => names[index];

    /// <summary>The stamp that a file had when it was hashed.</summary>
    public FileStamp StampAt(int index) => stamps[index];

    /// <summary>The hash of a file, as bytes.</summary>
    public ReadOnlySpan<byte> DigestAt(int index) => digests.AsSpan(index * DigestSize, DigestSize);

    /// <summary>What is remembered of a file; null where nothing is.</summary>
    public StampedHash? Find(string name) =>
        _indices.Value.TryGetValue(name, out var index) ? new StampedHash(stamps[index], ContentHash.FromBytes(DigestAt(index))) : null;

    /// <summary>Whether the dataset has exactly these files.</summary>
    public bool HasNames(IReadOnlyList<string> others)
    {
        if (others.Count != names.Length)
        {
            return false;
        }

        for (var index = 0; index < names.Length; index++)
        {
            if (!string.Equals(others[index], names[index], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The entries that may be remembered, and the hash of the whole where that is all of them.</summary>
    public static StampTable Of(List<string> names, StampedHash?[] entries, ContentHash whole)
    {
        var kept = Enumerable.Range(0, entries.Length).Where(index => entries[index] is not null).ToArray();
        var digests = new byte[kept.Length * DigestSize];
        for (var index = 0; index < kept.Length; index++)
        {
            entries[kept[index]]!.Value.Hash.ToBytes().CopyTo(digests, index * DigestSize);
        }

        return new StampTable(
            [.. kept.Select(index => names[index])],
            [.. kept.Select(index => entries[index]!.Value.Stamp)],
            digests,
            kept.Length == entries.Length ? whole : null);
    }
}
