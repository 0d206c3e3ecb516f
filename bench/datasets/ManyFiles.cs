using Lat.Pipeline;

namespace Lat.Bench.Datasets;

/// <summary>A dataset of as many files as a large one has, and the hashes that were remembered of them.</summary>
internal static class ManyFiles
{
    public const int Count = 200_000;
    private const int Folders = 100;

    /// <summary>Files count as old enough to be trusted: the horizon lies an hour ahead.</summary>
    private const long AnyAge = -3_600_000_000_000;

    public static void Write(string folder)
    {
        for (var index = 0; index < Folders; index++)
        {
            var path = Directory.CreateDirectory(Path.Join(Dataset(folder), "leftImg8bit", FormattableString.Invariant($"sequence-{index:D4}"))).FullName;
            for (var file = 0; file < Count / Folders; file++)
            {
                File.WriteAllText(Path.Join(path, FormattableString.Invariant($"frame_{file:D6}_leftImg8bit.png")), FormattableString.Invariant($"{index} {file}"));
            }
        }

        Hasher(folder).Hash(Dataset(folder));
    }

    /// <summary>How many files were read to verify them all; the memory is read as a new process does.</summary>
    public static long Verify(string folder)
    {
        var hasher = Hasher(folder);
        hasher.Hash(Dataset(folder));
        return hasher.FilesRead;
    }

    private static DatasetHasher Hasher(string folder) => new(Path.Join(folder, "stamps"), slack: AnyAge);

    private static string Dataset(string folder) => Path.Join(folder, "many");
}
