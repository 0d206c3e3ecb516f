using System.Diagnostics;
using Xunit.Abstractions;

namespace Lat.Pipeline.Tests;

public sealed class DatasetHasherTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Every file counts as old: the horizon lies an hour ahead.</summary>
    private const long AnyAge = -3_600_000_000_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-hasher-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AnUnchangedDatasetIsVerifiedWithoutReadingItAlsoByTheNextProcess()
    {
        Write("a.png", "one");
        Write("deep/b.png", "two");
        var first = Hasher();
        var hash = first.Hash(Dataset);
        Assert.Equal(hash, first.Hash(Dataset));
        var second = Hasher();

        Assert.Equal(hash, second.Hash(Dataset));
        Assert.Equal(DatasetInput.Hash(Dataset), hash);
        Assert.Equal((2, 0), (first.FilesRead, second.FilesRead));
    }

    [Fact]
    public void OnlyWhatChangedIsReadAgain()
    {
        Write("a.png", "one");
        Write("b.png", "two");
        var hasher = Hasher();
        var before = hasher.Hash(Dataset);
        Write("b.png", "new");

        Assert.NotEqual(before, hasher.Hash(Dataset));
        Assert.Equal(DatasetInput.Hash(Dataset), hasher.Hash(Dataset));
        Assert.Equal(3, hasher.FilesRead);
    }

    [Fact]
    public void AChangeThatKeepsSizeAndTimeIsSeen()
    {
        Write("a.png", "one");
        var path = Path.Join(Dataset, "a.png");
        var time = File.GetLastWriteTimeUtc(path);
        var hasher = Hasher();
        var before = hasher.Hash(Dataset);
        Thread.Sleep(20);
        File.Delete(path);
        Write("a.png", "two");
        File.SetLastWriteTimeUtc(path, time);

        Assert.NotEqual(before, hasher.Hash(Dataset));
    }

    [Fact]
    public void AFileThatWasJustWrittenIsNotTrusted()
    {
        Write("a.png", "one");
        var hasher = new DatasetHasher(Stamps);
        hasher.Hash(Dataset);
        hasher.Hash(Dataset);

        Assert.Equal(2, hasher.FilesRead);
    }

    [Fact]
    public void AParanoidRunReadsEverything()
    {
        Write("a.png", "one");
        Hasher().Hash(Dataset);
        var paranoid = new DatasetHasher(Stamps, isParanoid: true, slack: AnyAge);
        paranoid.Hash(Dataset);

        Assert.Equal(1, paranoid.FilesRead);
    }

    [Fact]
    public void ADamagedMemoryIsAsNone()
    {
        Write("a.png", "one");
        var hash = Hasher().Hash(Dataset);
        var file = Assert.Single(Directory.GetFiles(Stamps));
        var bytes = File.ReadAllBytes(file);
        foreach (var damaged in new[] { bytes[..^1], bytes[..10], [], [.. bytes[..20], (byte)(bytes[20] ^ 1), .. bytes[21..]] })
        {
            File.WriteAllBytes(file, damaged);
            var hasher = Hasher();

            Assert.Equal(hash, hasher.Hash(Dataset));
            Assert.Equal(1, hasher.FilesRead);
        }
    }

    [Fact]
    public void AFolderThatCannotBeWrittenGoesWithoutMemory()
    {
        Write("a.png", "one");
        File.WriteAllText(Stamps, "a file where the folder should be");

        Assert.Equal(DatasetInput.Hash(Dataset), Hasher().Hash(Dataset));
    }

    [Fact]
    public void ManyAtOnceAgreeAndLeaveNothingHalfWritten()
    {
        for (var index = 0; index < 50; index++)
        {
            Write(FormattableString.Invariant($"{index}.png"), FormattableString.Invariant($"{index}"));
        }

        var expected = DatasetInput.Hash(Dataset);
        Parallel.For(0, 16, index => Assert.Equal(expected, Hasher().Hash(Dataset)));
        var last = Hasher();

        Assert.Equal(expected, last.Hash(Dataset));
        Assert.Equal(0, last.FilesRead);
        Assert.Single(Directory.GetFiles(Stamps));
    }

    [Fact]
    public void FilesThatAreGoneAreForgotten()
    {
        Write("a.png", "one");
        Write("b.png", "two");
        Hasher().Hash(Dataset);
        File.Delete(Path.Join(Dataset, "b.png"));

        Assert.Equal(DatasetInput.Hash(Dataset), Hasher().Hash(Dataset));
        Assert.Equal(1, new StampFile(Assert.Single(Directory.GetFiles(Stamps))).Read().Count);
    }

    [Fact]
    public void HundredsOfFilesAreVerifiedWithoutReadingOneAndTheTimeIsPrinted()
    {
        const int Count = 400;
        for (var folder = 0; folder < 20; folder++)
        {
            var path = Directory.CreateDirectory(Path.Join(Dataset, FormattableString.Invariant($"{folder}"))).FullName;
            Parallel.For(0, Count / 20, index => File.WriteAllBytes(Path.Join(path, FormattableString.Invariant($"{index:D6}.png")), [1, 2, 3, 4]));
        }

        var hash = Hasher().Hash(Dataset);
        var hasher = Hasher();
        var watch = Stopwatch.StartNew();

        Assert.Equal(hash, hasher.Hash(Dataset));
        output.WriteLine(FormattableString.Invariant($"{Count} files verified in {watch.ElapsedMilliseconds} ms"));
        Assert.Equal(0, hasher.FilesRead);
    }

    private string Dataset => Directory.CreateDirectory(Path.Join(_folder.FullName, "dataset")).FullName;

    private string Stamps => Path.Join(_folder.FullName, "stamps");

    private DatasetHasher Hasher() => new(Stamps, slack: AnyAge);

    private void Write(string name, string content)
    {
        var path = Path.Join(Dataset, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
