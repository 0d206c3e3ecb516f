using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The folders in which stages work, one a key. Where the owner before may still be alive and writing, as on a host that no longer answers,
/// the next one gets a copy under a new generation: two writers never share a folder.
/// </summary>
internal sealed class WorkFolders(StoreLayout layout, StoreFiles files)
{
    /// <param name="key">The stage's key.</param>
    /// <param name="isShared">Whether another process may still write into the folder of the last attempt.</param>
    /// <param name="isResumed">Whether an earlier attempt left its files there.</param>
    /// <exception cref="LatException">The folder cannot be made.</exception>
    public string Open(StageKey key, bool isShared, out bool isResumed)
    {
        var last = Generations(key).DefaultIfEmpty(0).Max();
        var path = layout.Work(key, Math.Max(last, 1));
        if (isShared && last > 0)
        {
            var next = layout.Work(key, last + 1);
            Copy(path, next);
            path = next;
        }
        else
        {
            files.CreateDirectory(path);
        }

        StoreFiles.Guard("remove links from", path, () => RemoveLinks(path));
        isResumed = StoreFiles.Guard("read", path, () => Directory.EnumerateFileSystemEntries(path).Any());
        return path;
    }

    /// <summary>Removes the folders of a stage that is done. What cannot be removed stays, and costs space only.</summary>
    public void Delete(StageKey key)
    {
        foreach (var generation in Generations(key))
        {
            files.TryDeleteDirectory(layout.Work(key, generation));
        }
    }

    private List<int> Generations(StageKey key)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(layout.Folder("work"), key.Hex + "*").Select(folder => Path.GetFileName(folder)[key.Hex.Length..])
                    .Select(suffix => suffix.Length == 0 ? 1 : int.TryParse(suffix[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
                    .Where(number => number > 0),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, "read", layout.Folder("work"));
        }
    }

    /// <summary>No stage makes links: those that lie in a store from elsewhere would have a stage write wherever they lead.</summary>
    private static void RemoveLinks(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null)
            {
                entry.Delete();
            }
            else if (entry is DirectoryInfo)
            {
                RemoveLinks(entry.FullName);
            }
        }
    }

    private void Copy(string source, string destination) => StoreFiles.Guard("copy to", destination, () =>
    {
        files.Disk.MakeFolder(destination);
        foreach (var folder in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            files.Disk.MakeFolder(Path.Combine(destination, Path.GetRelativePath(source, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            File.Copy(file, Path.Combine(destination, Path.GetRelativePath(source, file)));
        }
    });
}
