using Lat.Core;

namespace Lat.Datasets;

/// <summary>Images that are there more than once.</summary>
/// <param name="Identical">Groups of images whose files are the same to the last byte.</param>
/// <param name="Similar">
/// Groups of images that look alike, identical ones included: each differs from another of its group in at most
/// <see cref="MaxDistance"/> of the 64 bits of its perceptual hash. Neighbouring frames of a video do.
/// </param>
public sealed record DuplicateGroups(EquatableArray<EquatableArray<string>> Identical, EquatableArray<EquatableArray<string>> Similar)
{
    /// <summary>The most bits in which two similar images differ: what four bands of 16 bits find without a miss.</summary>
    public const int MaxDistance = 3;

    private const int Bands = 4;

    /// <summary>How many hashes of one band are compared with each other; of more, each with so many that follow, so that time stays linear.</summary>
    private const int MaxCompared = 256;

    /// <summary>Finds the groups; names and groups in ordinal order.</summary>
    public static DuplicateGroups Of(IReadOnlyList<ImageFingerprint> images)
    {
        var looks = images.Select(image => image.Looks).Distinct().Order().ToArray();
        var groups = new int[looks.Length];
        for (var index = 0; index < groups.Length; index++)
        {
            groups[index] = index;
        }

        for (var band = 0; band < Bands; band++)
        {
            Join(looks, groups, band * (64 / Bands));
        }

        var groupOf = looks.Select((hash, index) => (hash, Group: RootOf(groups, index))).ToDictionary(pair => pair.hash, pair => pair.Group);
        return new DuplicateGroups(GroupBy(images, image => image.Content.Hex), GroupBy(images, image => groupOf[image.Looks]));
    }

    private static void Join(ulong[] looks, int[] groups, int shift)
    {
        var order = Enumerable.Range(0, looks.Length).OrderBy(index => (looks[index] >> shift) & 0xffff).ThenBy(index => index).ToArray();
        for (var first = 0; first < order.Length; first++)
        {
            var band = (looks[order[first]] >> shift) & 0xffff;
            for (var second = first + 1; second < order.Length && second <= first + MaxCompared; second++)
            {
                if (((looks[order[second]] >> shift) & 0xffff) != band)
                {
                    break;
                }

                if (PerceptualHash.Distance(looks[order[first]], looks[order[second]]) <= MaxDistance)
                {
                    groups[RootOf(groups, order[first])] = RootOf(groups, order[second]);
                }
            }
        }
    }

    private static int RootOf(int[] groups, int index)
    {
        while (groups[index] != index)
        {
            groups[index] = groups[groups[index]];
            index = groups[index];
        }

        return index;
    }

    private static EquatableArray<EquatableArray<string>> GroupBy<TKey>(IEnumerable<ImageFingerprint> images, Func<ImageFingerprint, TKey> key)
        where TKey : notnull => images
        .GroupBy(key)
        .Where(group => group.Skip(1).Any())
        .Select(group => group.Select(image => image.FileName).Order(StringComparer.Ordinal).ToEquatableArray())
        .OrderBy(group => group[0], StringComparer.Ordinal)
        .ToEquatableArray();
}
