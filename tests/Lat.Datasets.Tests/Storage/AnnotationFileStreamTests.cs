using FsCheck.Xunit;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class AnnotationFileStreamTests
{
    [Property(MaxTest = 50, Arbitrary = [typeof(AnyLabels)])]
    public void TheBytesAreThoseOfTheOtherWriter(AnnotationSet set) => AssertSame(set);

    [Fact]
    public void AlsoBeyondTheBuffer() => AssertSame(new AnnotationSet(
        new LabelSpace("a", "b"),
        Enumerable.Range(0, 60).Select(image => new AnnotatedImage(
            FormattableString.Invariant($"{image}-{new string('é', 500)}.png"),
            new ImageSize(100, 50),
            Enumerable.Range(0, 300).Select(index => new Annotation(new Box(index / 7.0, 1, 60, 40), index % 2) { Confidence = index / 300.0, SourceIndex = index % 3 == 0 ? index : null }).ToEquatableArray()))));

    private static void AssertSame(AnnotationSet set)
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], set);
        AnnotationFileStream.Write(folder["b"], set);

        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
    }
}
