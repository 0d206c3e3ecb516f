using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Objects as files of a folder that several machines see, such as an NFS mount. The folder itself must exist: an empty mount point is not a cache.</summary>
internal sealed class DirectoryObjects(string directory) : IRemoteObjects
{
    private readonly string _root = Path.GetFullPath(directory);

    public string Address => _root;

    public Task<Stream?> OpenReadAsync(string name, long offset, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            stream.Position = offset;
            return Task.FromResult<Stream?>(stream);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (DirectoryNotFoundException) when (Directory.Exists(_root))
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(name)));

    public async Task WriteAsync(string name, string sourcePath, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_root))
        {
            throw new LatException($"There is no folder {_root}. Make it, or mount it.");
        }

        var path = PathOf(name);
        var aside = StoreFiles.TemporaryPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using (var source = File.OpenRead(sourcePath))
            using (var destination = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await source.CopyToAsync(destination, 1 << 20, cancellationToken).ConfigureAwait(false);
                destination.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
            NativeDisk.FlushFolder(Path.GetDirectoryName(path)!);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public void Dispose()
    {
    }

    private string PathOf(string name) => Path.Combine([_root, .. name.Split('/')]);
}
