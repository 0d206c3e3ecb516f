using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class DatasetMergeTests
{
    private static (DatasetName, AnnotationSet, EquatableArray<ImportedImage>) Named(string name, AnnotationSet? set = null) =>
        (new DatasetName(name), set ?? Some.Annotations(), []);

    [Fact]
    public void ClassesOfOneNameStayApart()
    {
        var merged = DatasetMerge.Concatenate([Named("waymo"), Named("nuimages")]);

        Assert.Equal(new LabelSpace("waymo/car", "waymo/person", "nuimages/car", "nuimages/person"), merged.Annotations.LabelSpace);
        Assert.Equal("nuimages/a.png", merged.Annotations.Images[3].FileName);
        Assert.Equal(
            Some.Annotations().Images[0].Annotations.Select(label => label with { ClassIndex = label.ClassIndex + 2 }),
            merged.Annotations.Images[3].Annotations);
        Assert.Equal(("nuimages", 1), (merged.OriginOf(3).Part.Dataset.Value, merged.OriginOf(3).ClassIndex));
    }

    [Fact]
    public void PixelsAndFramesFollowTheirImages()
    {
        var set = new AnnotationSet(new LabelSpace("car"), [new AnnotatedImage("a.png", new ImageSize(8, 4), [])]);
        EquatableArray<ImportedImage> images = [new ImportedImage(new FileImageSource("/x/a.png"), new FrameKey("video", 3))];

        var merged = DatasetMerge.Concatenate([(new DatasetName("shift"), set, images), Named("waymo")]);

        Assert.Equal(merged.Annotations.Images.Count, merged.Images.Count);
        Assert.Equal(new ImportedImage(new FileImageSource("/x/a.png"), new FrameKey("shift/video", 3)), merged.Images[0]);
        Assert.Null(merged.Images[1].Source);
    }

    [Fact]
    public void ADatasetMergedWithItselfIsRefused() => Assert.Contains(
        "'waymo' is merged with itself",
        Assert.Throws<LatException>(() => DatasetMerge.Concatenate([Named("waymo"), Named("waymo")])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void AClassNameThatBecomesTooLongIsRefused()
    {
        var set = new AnnotationSet(new LabelSpace(new string('x', 100)), []);
        Assert.Contains(
            "Give the dataset a shorter name", Assert.Throws<LatException>(() => DatasetMerge.Concatenate([Named("waymo", set)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHundredThousandImagesAreMerged()
    {
        static AnnotationSet Set(int count) => new(
            new LabelSpace("car"),
            Enumerable.Range(0, count).Select(index => new AnnotatedImage($"{index}.png", new ImageSize(8, 4), [new Annotation(new Box(0, 0, 1, 1), 0)])));

        // Not timed, since the machine may be a busy one; what grew with the square of the images would take minutes here.
        Assert.Equal(100_000, DatasetMerge.Concatenate([Named("a", Set(50_000)), Named("b", Set(50_000))]).Annotations.Images.Count);
    }
}
