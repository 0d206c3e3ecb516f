using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The hash of a folder: the map from the relative path of every file in it to the hash of the file, in canonical form.</summary>
public static class FolderHash
{
    /// <exception cref="IOException">The folder or a file in it cannot be read.</exception>
    public static ContentHash Of(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var writer = new CanonicalWriter();
        writer.WriteMap(
            files.Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), ContentHash.OfFile(file))),
            (inner, hash) => inner.WriteHash(hash));
        return writer.ToHash();
    }
}
