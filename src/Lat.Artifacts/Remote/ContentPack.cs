using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Small files one behind the other in one file: a thousand of them cost one request instead of a thousand.</summary>
internal static class ContentPack
{
    /// <exception cref="LatException">A blob is damaged, or the disk refuses.</exception>
    public static void Write(ArtifactStore store, string path, IReadOnlyList<StageOutput> outputs)
    {
        using var pack = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        foreach (var output in outputs)
        {
            using var blob = store.OpenVerified(output);
            blob.CopyTo(pack);
        }
    }

    /// <summary>Makes each part the blob that it should be.</summary>
    /// <returns>False where a part is something else; those before it are blobs, which is harmless.</returns>
    /// <exception cref="LatException">The disk refuses.</exception>
    public static bool TryUnpack(ArtifactStore store, string path, IReadOnlyList<StageOutput> outputs)
    {
        var folder = path + ".files";
        store.Files.TryDeleteDirectory(folder);
        store.Files.CreateDirectory(folder);
        var sources = new List<(string Name, string Path)>(outputs.Count);
        using (var pack = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16))
        {
            foreach (var output in outputs)
            {
                var bytes = new byte[output.Size];
                pack.ReadExactly(bytes);
                if (ContentHash.Of(bytes) != output.Hash)
                {
                    return false;
                }

                sources.Add((output.Name, Path.Combine(folder, output.Hash.Hex)));
                StoreFiles.Guard("write", sources[^1].Path, () => store.Files.Disk.Write(sources[^1].Path, bytes));
            }
        }

        store.Blobs.AddAll(sources);
        return true;
    }
}
