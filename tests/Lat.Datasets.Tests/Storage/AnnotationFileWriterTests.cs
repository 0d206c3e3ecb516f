using FsCheck.Xunit;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class AnnotationFileWriterTests
{
    [Property(MaxTest = 50, Arbitrary = [typeof(AnyLabels)])]
    public void TheBytesAreThoseOfTheWriterOfWholeSets(AnnotationSet set) => AssertSame(set);

    [Fact]
    public void AlsoWithEveryFieldAndWithoutAnImage()
    {
        AssertSame(Some.Annotations());
        AssertSame(new AnnotationSet(new LabelSpace("a"), []));
    }

    [Fact]
    public void AlsoBeyondThePiecesThatColumnsAreMadeFrom() => AssertSame(new AnnotationSet(
        new LabelSpace("a", "b"),
        Enumerable.Range(0, 31).Select(image => new AnnotatedImage(
            FormattableString.Invariant($"{image}.png"),
            new ImageSize(100, 50),
            Enumerable.Range(0, image * 10).Select(index => new Annotation(new Box(index / 7.0, 1, 700, 40), index % 2) { Confidence = index / 300.0, ObjectId = index }).ToEquatableArray()))));

    [Fact]
    public void NothingIsLeftOfAFileThatWasNotCompletedAndTheOldOneStays()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], Some.Annotations());
        using (var writer = new AnnotationFileWriter(folder["a"], new LabelSpace("a")))
        {
            writer.Add(Image("x.png", 0));
        }

        Assert.Equal(["a"], folder.FileNames);
        Assert.Equal(Some.Annotations(), AnnotationFile.Read(folder["a"]));
    }

    [Fact]
    public void AClassOutsideTheSpaceAndAnImageTwiceAreRefusedAndNotWritten()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new AnnotationFileWriter(folder["a"], new LabelSpace("a")))
        {
            writer.Add(Image("x.png", 0));
            Assert.Contains("class 1", Assert.Throws<ArgumentException>(() => writer.Add(Image("y.png", 1))).Message, StringComparison.Ordinal);
            Assert.Contains("'x.png' stands twice", Assert.Throws<ArgumentException>(() => writer.Add(Image("x.png", 0))).Message, StringComparison.Ordinal);
            writer.Complete();
            Assert.Equal((1, 1L), (writer.ImageCount, writer.BoxCount));
            Assert.Throws<ObjectDisposedException>(() => writer.Add(Image("z.png", 0)));
        }

        Assert.Equal([Image("x.png", 0)], AnnotationFile.Read(folder["a"]).Images);
    }

    [Fact]
    public void AFolderThatIsNotThereIsTheUsersToRepair()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("Check the folder", Assert.Throws<LatException>(() => new AnnotationFileWriter(folder["none/a"], new LabelSpace("a"))).Message, StringComparison.Ordinal);
    }

    private static AnnotatedImage Image(string name, int classIndex) => new(name, new ImageSize(9, 9), [new Annotation(new Box(1, 2, 3, 4), classIndex)]);

    private static void AssertSame(AnnotationSet set)
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], set);
        using (var writer = new AnnotationFileWriter(folder["b"], set.LabelSpace))
        {
            foreach (var image in set.Images)
            {
                writer.Add(image);
            }

            writer.Complete();
        }

        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
        Assert.Equal(["a", "b"], folder.FileNames);
    }
}
