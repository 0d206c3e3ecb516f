using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Everything that lies in a store, as it is found; links are not followed, and what goes away meanwhile is not there.</summary>
internal sealed class StoreInventory(ArtifactStore store)
{
    private static readonly EnumerationOptions _everything = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    private static readonly EnumerationOptions _here = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    private static readonly string[] _writtenAside = ["results", "blobs", "history", "locks"];

    private StoreLayout Layout => store.Layout;

    /// <summary>In the order of their keys. Outputs are not looked at.</summary>
    public IReadOnlyList<StoredResult> Results() =>
    [
        .. Folders("results").SelectMany(folder => Folders(folder))
            .Select(folder => ContentHash.TryParse(Path.GetFileName(folder), out var hash) ? ReadResult(new StageKey(hash)) : null)
            .Where(result => result is not null).Select(result => result!),
    ];

    /// <summary>In the order of their hashes.</summary>
    public IReadOnlyList<StoredBlob> Blobs() =>
    [
        .. Files("blobs").Where(file => ContentHash.TryParse(file.Name, out _))
            .Select(file => new StoredBlob(ContentHash.Parse(file.Name), file.FullName, file.Length, Time(file))),
    ];

    /// <summary>What the experiments' nodes last had; those that cannot be read are named in the second list.</summary>
    public (IReadOnlyList<StageResult> Known, IReadOnlyList<string> Unreadable) History()
    {
        var (known, unreadable) = (new List<StageResult>(), new List<string>());
        foreach (var file in Files("history").Where(file => file.Extension == ".json"))
        {
            try
            {
                known.Add(ManifestFormat.Read(File.ReadAllBytes(file.FullName)));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
            {
                unreadable.Add(file.FullName);
            }
        }

        return (known, unreadable);
    }

    /// <summary>What lies directly in a folder of the store, such as work/.</summary>
    public IReadOnlyList<StoredRemainder> Remainders(string folder) =>
        Exists(folder) ? [.. new DirectoryInfo(Layout.Folder(folder)).EnumerateFileSystemInfos("*", _here).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(Weigh)] : [];

    /// <summary>Files that someone who died left aside.</summary>
    public IReadOnlyList<StoredRemainder> Temporaries() =>
        [.. _writtenAside.SelectMany(Files).Where(file => file.Extension == ".tmp").Select(Weigh)];

    public IReadOnlyList<string> LockFiles() => [.. Files("locks").Where(file => file.Extension is ".lock" or ".break").Select(file => file.FullName)];

    /// <summary>Null where whoever made the folder died before there was a result.</summary>
    private StoredResult? ReadResult(StageKey key)
    {
        var manifest = new FileInfo(Layout.Manifest(key));
        try
        {
            var result = ManifestFormat.Read(File.ReadAllBytes(manifest.FullName));
            return result.Key == key && result.Parts.ToKey() == key
                ? new StoredResult(key, result, null, Time(manifest))
                : new StoredResult(key, null, $"the manifest is that of another key, {result.Key.Abbreviated}", Time(manifest));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return new StoredResult(key, null, exception.Message, Time(manifest));
        }
    }

    private bool Exists(string folder) => Directory.Exists(Layout.Folder(folder));

    private IEnumerable<string> Folders(string folder) => Exists(folder)
        ? Directory.EnumerateDirectories(Layout.Folder(folder), "*", _here).Order(StringComparer.Ordinal)
        : [];

    private IEnumerable<FileInfo> Files(string folder) => Exists(folder)
        ? new DirectoryInfo(Layout.Folder(folder)).EnumerateFiles("*", _everything).OrderBy(file => file.FullName, StringComparer.Ordinal)
        : [];

    private static StoredRemainder Weigh(FileSystemInfo entry)
    {
        var inside = entry is DirectoryInfo folder ? folder.EnumerateFiles("*", _everything).ToList() : [(FileInfo)entry];
        return new StoredRemainder(entry.FullName, inside.Sum(file => file.Length), inside.Select(Time).Append(Time(entry)).Max());
    }

    private static DateTimeOffset Time(FileSystemInfo entry) => entry.LastWriteTimeUtc;
}
