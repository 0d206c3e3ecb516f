using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class StoreErrorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFullDiskSaysWhatToDo() => Assert.Equal(
        "The store cannot write /store/x: No space left on device. The disk is full: free some space, or name a store on another disk with --store, " +
        "then run again; finished stages are kept.",
        StoreErrors.Translate(new IOException("No space left on device", 28), "write", "/store/x").Message);

    [Fact]
    public void AReadOnlyFileSystemSaysWhatToDo() => Assert.EndsWith(
        "The file system is read-only: name a store that can be written with --store.",
        StoreErrors.Translate(new IOException("Read-only file system", 30), "write", "/store/x").Message, StringComparison.Ordinal);

    [Fact]
    public void AMissingRightSaysWhereItIsMissing() => Assert.EndsWith(
        "Give this user the right to write to /store, or name another store with --store.",
        StoreErrors.Translate(new UnauthorizedAccessException("Access denied."), "write", "/store/x").Message, StringComparison.Ordinal);

    [Fact]
    public void AFileInThePlaceOfTheStoreIsNamed()
    {
        var file = _folder.File("store", "not a folder");

        var exception = Assert.Throws<LatException>(() => new ArtifactStore(file).OpenWorkDirectory(Some.Parts().ToKey(), out _));

        Assert.StartsWith($"The store cannot write {Path.Combine(file, "store.json")}: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void ADiskThatFillsUpLeavesNothingThatCountsAsAResult(int callsBeforeTheDiskIsFull)
    {
        var directory = Path.Combine(_folder.Path, "store");
        _folder.File("work/a", "1");
        _folder.File("work/b", "2");
        var full = new ArtifactStore(directory, new FillingDisk(callsBeforeTheDiskIsFull));

        var publish = () => full.Publish(Some.Parts(), Path.Combine(_folder.Path, "work"), ["a", "b"], new StageMeasurements());

        Assert.Contains("The disk is full", Assert.Throws<LatException>(publish).Message, StringComparison.Ordinal);
        Assert.Equal(new StoreLookup(null, null), new ArtifactStore(directory).Inspect(Some.Parts().ToKey()));
    }

    /// <summary>Works a few times, then has no space left. Publishing two files in a new store makes six calls.</summary>
    private sealed class FillingDisk(int callsLeft) : StoreFiles
    {
        private int _callsLeft = callsLeft;

        public override void Seal(string path)
        {
            Spend(path);
            base.Seal(path);
        }

        public override void Replace(string source, string destination)
        {
            Spend(destination);
            base.Replace(source, destination);
        }

        public override void WriteAtomically(string path, ReadOnlyMemory<byte> bytes, bool durable)
        {
            Spend(path);
            base.WriteAtomically(path, bytes, durable);
        }

        private void Spend(string path)
        {
            if (--_callsLeft <= 0)
            {
                throw StoreErrors.Translate(new IOException("No space left on device", 28), "write", path);
            }
        }
    }
}
