using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class DatasetOutputTests
{
    private static readonly LabelSpace Space = new("car");

    private static DatasetSplit Split(string name, string split = "train", ImageSource? source = null) => new(
        split,
        new AnnotationSet(Space, [new AnnotatedImage(name, new ImageSize(8, 4), [new Annotation(new Box(1, 1, 3, 3), 0)])]),
        [new ImportedImage(source)]);

    [Theory]
    [InlineData("coco", "images/train/f/a.png")]
    [InlineData("voc", "JPEGImages/f/a.png")]
    [InlineData("yolo", "images/train/f/a.png")]
    public void PixelsAreCopiedOrLinkedWhereTheirReaderFindsThem(string format, string path)
    {
        using var tree = new DatasetTree().WriteImage("from/a.png");
        var source = new FileImageSource(tree["from/a.png"]);
        foreach (var transfer in new[] { ImageTransfer.Copy, ImageTransfer.Link })
        {
            var output = tree[transfer.ToString()];
            var report = DatasetOutput.Write(DatasetWriters.Find(format), output, [Split("f/a.png", source: source)], transfer);

            Assert.Equal((1, 1), (report.Images, report.Boxes));
            Assert.Equal(source.ReadBytes(), File.ReadAllBytes(Path.Join(output, path)));
            Assert.Equal(transfer == ImageTransfer.Link, new FileInfo(Path.Join(output, path)).LinkTarget is not null);
            var read = DatasetFormats.Find(format).Read(output, new ReadOptions { Split = "train" });
            Assert.Equal(new Annotation(new Box(1, 1, 3, 3), 0), Assert.Single(read.Annotations.Images[0].Annotations));
        }
    }

    [Theory]
    [InlineData("coco")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void AFailureLeavesNothingBehind(string format)
    {
        using var tree = new DatasetTree();
        var missing = new FileImageSource(tree["from/none.png"]);

        Assert.Throws<LatException>(() => DatasetOutput.Write(DatasetWriters.Find(format), tree["out"], [Split("a.png", source: missing)], ImageTransfer.Copy));

        Assert.Empty(Directory.EnumerateFileSystemEntries(tree.Root));
    }

    [Fact]
    public void AFolderThatIsInUseIsNotTouched()
    {
        using var tree = new DatasetTree().Write("out/mine.txt", "x");
        var exception = Assert.Throws<LatException>(() => DatasetOutput.Write(DatasetWriters.Find("coco"), tree["out"], [Split("a.png")], ImageTransfer.None));
        Assert.Contains("exists already and is not empty", exception.Message, StringComparison.Ordinal);
        Assert.Equal([tree["out/mine.txt"]], Directory.EnumerateFileSystemEntries(tree["out"]));
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("/etc/a.png")]
    [InlineData("a\\b.png")]
    [InlineData("a//b.png")]
    [InlineData(" a.png")]
    [InlineData("a\nb.png")]
    [InlineData("a\uFFFF.png")]
    public void ANameThatIsNoPathBelowTheFolderIsRefused(string name)
    {
        using var tree = new DatasetTree();
        var exception = Assert.Throws<LatException>(() => DatasetOutput.Write(DatasetWriters.Find("voc"), tree["out"], [Split(name)], ImageTransfer.None));
        Assert.Contains("cannot be written; rename them first", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void YoloRefusesWhatWouldShareALabelFileAndVocTellsThemApart()
    {
        using var tree = new DatasetTree();
        var set = new AnnotationSet(
            Space, new[] { "a.jpg", "a.png" }.Select(name => new AnnotatedImage(name, new ImageSize(8, 4), [new Annotation(new Box(0, 0, 1, 1), 0)])));

        var exception = Assert.Throws<LatException>(() => DatasetOutput.Write(DatasetWriters.Find("yolo"), tree["yolo"], [new("train", set)], ImageTransfer.None));
        DatasetOutput.Write(DatasetWriters.Find("voc"), tree["voc"], [new("train", set)], ImageTransfer.None);

        Assert.Contains("would share one YOLO label file", exception.Message, StringComparison.Ordinal);
        var read = PascalVocFormat.Format.Read(tree["voc"], new() { MissingImages = MissingImagePolicy.LabelsOnly });
        Assert.Equal(["a.jpg", "a.png"], read.Annotations.Images.Select(image => image.FileName));
    }

    [Fact]
    public void OneNameInTwoSplitsOfVocIsRefused()
    {
        using var tree = new DatasetTree();
        DatasetSplit[] splits = [Split("a"), Split("a", "val")];
        var exception = Assert.Throws<LatException>(() => DatasetOutput.Write(DatasetWriters.Find("voc"), tree["out"], splits, ImageTransfer.None));
        Assert.Contains("would share one VOC file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatYoloCannotHoldIsCounted()
    {
        using var tree = new DatasetTree();
        var report = DatasetOutput.Write(DatasetWriters.Find("yolo"), tree["out"], [new("train", Some.Annotations())], ImageTransfer.None);
        Assert.Equal((1, 1, 2), (report.Counts["crowd boxes left out"], report.Counts["ignored boxes left out"], report.Boxes));
    }

    [Fact]
    public void AFormatThatIsOnlyReadIsRefusedWithThoseThatAreWritten() => Assert.Contains(
        "It writes: coco, voc, yolo", Assert.Throws<LatException>(() => DatasetWriters.Find("waymo")).Message, StringComparison.Ordinal);

    [Fact]
    public void AStoppedWritingLeavesNothingBehind()
    {
        using var tree = new DatasetTree();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => DatasetOutput.Write(DatasetWriters.Find("coco"), tree["out"], [Split("a.png")], ImageTransfer.None, cancellation: stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(tree.Root));
    }
}
