using System.IO.Enumeration;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>A dataset's folder on disk. Lists in ordinal order, follows links but never in a circle, and never leads out by a name in a file.</summary>
public sealed class DatasetFolder
{
    private const int MaxDepth = 64;
    private readonly ReadFaults _faults;

    private DatasetFolder(string root, ReadFaults faults) => (Root, _faults) = (root, faults);

    /// <summary>The folder's full path.</summary>
    public string Root { get; }

    /// <exception cref="LatException">There is no such folder.</exception>
    public static DatasetFolder Open(string root, ReadFaults faults)
    {
        if (!Directory.Exists(root))
        {
            throw faults.Stop(
                new RecordPlace(root),
                File.Exists(root) ? "this is a file; expected the dataset's folder" : "there is no such folder",
                "Name the folder that the download was unpacked to");
        }

        return new DatasetFolder(Path.GetFullPath(root), faults);
    }

    /// <summary>The full path of a folder or file below the root, whether or not it exists.</summary>
    public string this[params ReadOnlySpan<string> names] => Path.Join([Root, .. names]);

    /// <summary>The full path that a name inside one of the dataset's files means; null and a fault where it leads out of the root.</summary>
    public string? Resolve(string name, RecordPlace place)
    {
        if (ImageName.ProblemOf(name) is { } problem)
        {
            _faults.Add(place, problem, "Correct the name in the file");
            return null;
        }

        return Path.Join(Root, name);
    }

    /// <summary>A path below the root as the dataset names it: relative, `/` between folders.</summary>
    public string NameOf(string path) =>
        path.Length > Root.Length && path[Root.Length] == '/' && path.StartsWith(Root, StringComparison.Ordinal)
            ? path[(Root.Length + 1)..]
            : Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The names of the folders directly in a folder, in ordinal order; none where it is missing.</summary>
    public static IEnumerable<string> FolderNames(string folder) => !Directory.Exists(folder)
        ? []
        : new DirectoryInfo(folder).EnumerateDirectories().Select(child => child.Name).Order(StringComparer.Ordinal);

    /// <summary>All files with this ending in a folder and the folders in it, as full paths in ordinal order; none where it is missing.</summary>
    /// <exception cref="LatException">A folder cannot be listed.</exception>
    public IReadOnlyList<string> Files(string folder, string ending)
    {
        var found = new List<string>();
        if (Directory.Exists(folder))
        {
            Walk(new DirectoryInfo(folder), ending, found, new HashSet<string>(StringComparer.Ordinal), 0);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Walk(DirectoryInfo folder, string ending, List<string> found, HashSet<string> open, int depth)
    {
        try
        {
            var real = folder.LinkTarget is null ? folder.FullName : folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            if (depth > MaxDepth || !open.Add(real) || (folder.LinkTarget is not null && (folder.FullName + '/').StartsWith(real.TrimEnd('/') + '/', StringComparison.Ordinal)))
            {
                _faults.Warn("folders skipped: link in a circle", new RecordPlace(folder.FullName), "a link leads back to a folder above it", "Remove the link");
                return;
            }

            foreach (var (path, isFolder) in Entries(folder.FullName, ending))
            {
                if (isFolder)
                {
                    Walk(new DirectoryInfo(path), ending, found, open, depth + 1);
                }
                else
                {
                    found.Add(path);
                }
            }

            open.Remove(real);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _faults.Add(new RecordPlace(folder.FullName), $"the folder cannot be listed: {exception.Message}", "Check its permissions");
        }
    }

    /// <summary>The folders in a folder, and the files with this ending.</summary>
    private static FileSystemEnumerable<(string Path, bool IsFolder)> Entries(string folder, string ending) =>
        new(folder, (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.IsDirectory), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory || entry.FileName.EndsWith(ending, StringComparison.Ordinal),
        };
}
