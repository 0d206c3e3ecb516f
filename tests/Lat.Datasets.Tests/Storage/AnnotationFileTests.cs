using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class AnnotationFileTests
{
    [Fact]
    public void EveryFieldComesBack()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());

        Assert.Equal(Some.Annotations(), AnnotationFile.Read(folder["a.bin"]));
    }

    [Fact]
    public void TheSameSetGivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());
        AnnotationFile.Write(folder["b.bin"], Some.Annotations());

        Assert.Equal(File.ReadAllBytes(folder["a.bin"]), File.ReadAllBytes(folder["b.bin"]));
        Assert.Equal("40a265cfe14b", ContentHash.OfFile(folder["a.bin"]).Abbreviated);
    }

    [Fact]
    public void EveryFlippedBitIsNoticed()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());
        var bytes = File.ReadAllBytes(folder["a.bin"]);
        for (var place = 0; place < bytes.Length; place++)
        {
            bytes[place] ^= 0x10;
            File.WriteAllBytes(folder["b.bin"], bytes);
            bytes[place] ^= 0x10;
            Assert.Throws<LatException>(() => AnnotationFile.Read(folder["b.bin"]));
        }
    }

    [Fact]
    public void EveryTruncationIsNoticed()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());
        var bytes = File.ReadAllBytes(folder["a.bin"]);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder["b.bin"], bytes[..length]);
            Assert.Throws<LatException>(() => AnnotationFile.Read(folder["b.bin"]));
        }
    }

    [Fact]
    public void AnotherKindOfFileIsNamedAsSuch()
    {
        using var folder = new TemporaryFolder();
        DetectionFile.Write(folder["d.bin"], Some.Detections());

        var exception = Assert.Throws<LatException>(() => AnnotationFile.Read(folder["d.bin"]));
        Assert.Contains("is not an annotation file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsTheUsersToRepair()
    {
        using var folder = new TemporaryFolder();

        var exception = Assert.Throws<LatException>(() => AnnotationFile.Read(folder["none.bin"]));
        Assert.Contains("none.bin", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedWriteLeavesTheOldFileAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());
        var unwritable = new AnnotationSet(new LabelSpace("a"), [new AnnotatedImage("x", new ImageSize(1, 1), [])]);
        Directory.CreateDirectory(folder["folder.bin"]);

        var exception = Assert.Throws<LatException>(() => AnnotationFile.Write(folder["folder.bin"], unwritable));

        Assert.Contains("folder.bin", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["a.bin"], folder.FileNames);
    }

    [Fact]
    public void NothingIsLeftBesideTheFile()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());
        AnnotationFile.Write(folder["a.bin"], Some.Annotations());

        Assert.Equal(["a.bin"], folder.FileNames);
    }
}
