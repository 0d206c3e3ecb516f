using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Files by the hash of their content. What was hashed in this process is not hashed again while its size and time stand.</summary>
internal sealed class BlobStore(StoreLayout layout, StoreFiles files)
{
    private readonly ConcurrentDictionary<ContentHash, (long Size, DateTime Written)> _verified = new();

    /// <summary>
    /// Makes a file a blob. It takes the place of one that is already there: both are the same if that one is sound, and if it is not, this heals it.
    /// </summary>
    public StageOutput Add(string name, string path)
    {
        files.Seal(path);
        var (hash, size) = StoreFiles.Guard("read", path, () => (ContentHash.OfFile(path), new FileInfo(path).Length));
        var blob = layout.Blob(hash);
        files.Replace(path, blob);
        Remember(hash, new FileInfo(blob));
        return new StageOutput(name, hash, size);
    }

    /// <summary>What is wrong with a blob; null where nothing is.</summary>
    public string? FindDamage(StageOutput output, Verification verification)
    {
        var file = new FileInfo(layout.Blob(output.Hash));
        if (!file.Exists)
        {
            return $"the file of output '{output.Name}' is gone ({output.Hash.Abbreviated})";
        }

        if (file.Length != output.Size)
        {
            return FormattableString.Invariant($"output '{output.Name}' has {file.Length} bytes, not {output.Size} ({output.Hash.Abbreviated})");
        }

        return verification == Verification.Presence || IsRemembered(output.Hash, file) ? null : HashAgain(output, file);
    }

    public string VerifiedPath(StageOutput output)
    {
        var path = layout.Blob(output.Hash);
        if (FindDamage(output, Verification.Content) is not { } damage)
        {
            return path;
        }

        _verified.TryRemove(output.Hash, out _);
        files.TryMoveAside(path, layout.Quarantine($"blob-{output.Hash.Hex}"));
        throw new DamagedBlobException(output, path, damage);
    }

    private string? HashAgain(StageOutput output, FileInfo file)
    {
        try
        {
            var hash = ContentHash.OfFile(file.FullName);
            if (hash != output.Hash)
            {
                return $"the content of output '{output.Name}' is {hash.Abbreviated}, not {output.Hash.Abbreviated}";
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"output '{output.Name}' cannot be read: {exception.Message}";
        }

        Remember(output.Hash, file);
        return null;
    }

    private bool IsRemembered(ContentHash hash, FileInfo file) =>
        _verified.TryGetValue(hash, out var known) && known == (file.Length, file.LastWriteTimeUtc);

    private void Remember(ContentHash hash, FileInfo file) => _verified[hash] = (file.Length, file.LastWriteTimeUtc);
}
