using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The folder that a store never leaves. A store that came from elsewhere may have links for folders; what is written or deleted through one
/// would be written or deleted wherever it leads. The store's own folder, and those above it, may be links: these are the user's.
/// </summary>
internal sealed class StoreBounds(string root)
{
    private readonly string _folder = Path.TrimEndingDirectorySeparator(root);
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a folder lies in the store's, or is it.</summary>
    public bool Holds(string folder) =>
        folder.StartsWith(_folder, StringComparison.Ordinal) && (folder.Length == _folder.Length || folder[_folder.Length] == Path.DirectorySeparatorChar);

    /// <returns>The path itself.</returns>
    /// <exception cref="LatException">A folder between the store's and the path is a link.</exception>
    public string Require(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && folder.Length > root.Length && folder.StartsWith(root, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
        {
            // A folder of this process's own making does not become a link later; one look is enough.
            if (_known.ContainsKey(folder))
            {
                break;
            }

            if (new DirectoryInfo(folder).LinkTarget is { } target)
            {
                throw new LatException(
                    $"The store {root} has a link where it should have a folder: {folder} leads to {target}. Nothing is written or deleted through it. " +
                    "If this store came from elsewhere, do not trust it; else replace the link by the folder itself, then run again.");
            }

            if (Directory.Exists(folder))
            {
                _known[folder] = true;
            }
        }

        return path;
    }
}
