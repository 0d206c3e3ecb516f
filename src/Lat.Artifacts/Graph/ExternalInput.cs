using Lat.Core;

namespace Lat.Artifacts;

/// <summary>An input that no stage makes: a file or a folder of the user's. Hashed before its stage starts and compared after it ends.</summary>
/// <param name="Name">What the stage calls it; part of its key.</param>
/// <param name="Path">Where it lies; not part of the key.</param>
/// <param name="Hash">Gives the hash of its content; called with <paramref name="Path"/>, again for every comparison.</param>
public sealed record ExternalInput(string Name, string Path, Func<string, ContentHash> Hash)
{
    /// <summary>One file, known by its bytes.</summary>
    public static ExternalInput File(string name, string path) => new(name, path, ContentHash.OfFile);

    /// <summary>A folder with all its files, known by their relative paths and bytes.</summary>
    public static ExternalInput Folder(string name, string path) => new(name, path, FolderHash.Of);
}
