namespace Lat.Artifacts.Tests;

public sealed class DurableFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderThatAnotherHasLeftUnflushedIsFlushedBeforeAFileInItCounts()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "results", "57"));
        var disk = new NotingDisk();
        var files = new StoreFiles(disk) { Bounds = new StoreBounds(_folder.Path) };

        files.WriteAtomically(Path.Combine(_folder.Path, "results", "57", "manifest.json"), new byte[] { 1 }, durable: true);

        Assert.Equal(
            [Path.GetDirectoryName(_folder.Path), _folder.Path, Path.Combine(_folder.Path, "results"), Path.Combine(_folder.Path, "results", "57")],
            disk.Flushed);
    }

    [Fact]
    public void OnceIsEnough()
    {
        var disk = new NotingDisk();
        var files = new StoreFiles(disk) { Bounds = new StoreBounds(_folder.Path) };
        var path = Path.Combine(_folder.Path, "results", "57", "manifest.json");
        files.WriteAtomically(path, new byte[] { 1 }, durable: true);
        disk.Flushed.Clear();

        files.WriteAtomically(path, new byte[] { 2 }, durable: true);

        Assert.Equal([Path.GetDirectoryName(path)], disk.Flushed);
    }

    [Fact]
    public void AFolderThatWasDeletedMeanwhileIsMadeDurableAgain()
    {
        var disk = new NotingDisk();
        var files = new StoreFiles(disk) { Bounds = new StoreBounds(_folder.Path) };
        var shard = Path.Combine(_folder.Path, "results", "57");
        files.CreateDirectory(shard);
        Directory.Delete(shard);
        disk.Flushed.Clear();

        files.CreateDirectory(shard);

        Assert.Equal([Path.GetDirectoryName(shard)], disk.Flushed);
    }

    private sealed class NotingDisk : StoreDisk
    {
        public List<string?> Flushed { get; } = [];

        public override void FlushFolder(string path) => Flushed.Add(path);
    }
}
