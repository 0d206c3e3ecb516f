using System.IO.Compression;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class ShiftReaderTests
{
    private const string Folder = "discrete/images/val/front";

    private const string Labels = """
        {"frames": [
          {"name": "00000100_img_front.jpg", "videoName": "007b-4e72", "frameIndex": 100, "labels": [
            {"id": "9591", "category": "pedestrian", "box2d": {"x1": 609.0, "y1": 394.0, "x2": 623.0, "y2": 444.0}}]},
          {"name": "00000100_img_front.jpg", "videoName": "0aaa-0000", "frameIndex": 100, "labels": []}],
         "config": {"imageSize": {"width": 1280, "height": 800}, "categories": [{"name": "pedestrian"}]}}
        """;

    private static DatasetTree Tree(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries)
            {
                using var entry = zip.CreateEntry(name, name.Contains("007b", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Enumerable.Repeat((byte)name.Length, 1000).ToArray());
            }
        }

        return new DatasetTree().Write($"{Folder}/det_2d.json", Labels).Write($"{Folder}/img.zip", bytes.ToArray());
    }

    private static DatasetTree Tree() => Tree("007b-4e72/00000100_img_front.jpg", "0aaa-0000/00000100_img_front.jpg");

    [Fact]
    public void ImagesAreReadInsideTheArchiveUnderTheirVideo()
    {
        using var tree = Tree();

        var read = tree.Read(ShiftFormat.Format);

        Assert.Equal(
            ["007b-4e72/00000100_img_front.jpg", "0aaa-0000/00000100_img_front.jpg"],
            read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal([new Annotation(new Box(609, 394, 624, 445), 0)], read.Annotations.Images[0].Annotations);
        Assert.Equal(new FrameKey("007b-4e72/front", 100), read.Images[0].Frame);
        Assert.All(read.Images, image => Assert.Equal(Enumerable.Repeat((byte)32, 1000), image.Source!.ReadBytes()));
    }

    [Fact]
    public void AnImageThatTheArchiveLacksIsNamed()
    {
        using var tree = Tree("007b-4e72/00000100_img_front.jpg");
        Assert.Contains(
            "frames[1]: the image '0aaa-0000/00000100_img_front.jpg' is missing", tree.Refusal(ShiftFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntryThatClimbsOutOfTheArchiveIsNeverAnImage()
    {
        using var tree = Tree("../../007b-4e72/x.jpg", "007b-4e72/00000100_img_front.jpg", "0aaa-0000/00000100_img_front.jpg");
        var read = tree.Read(ShiftFormat.Format);
        Assert.Equal(1, read.Report.Counts["zip entries skipped: unsafe name"]);
        Assert.Equal(2, read.Images.Count);
    }

    [Fact]
    public void AnEntryThatClaimsToUnpackWithoutEndIsRefusedUnread()
    {
        using var tree = Tree();
        var bytes = File.ReadAllBytes(tree[$"{Folder}/img.zip"]);
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 200_000_000);
        tree.Write($"{Folder}/img.zip", bytes);
        Assert.Contains("to 200000000 bytes, which no image does", tree.Refusal(ShiftFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntryThatUnpacksToMoreThanItSaysIsRefusedWhenOpened()
    {
        using var tree = Tree();
        var bytes = File.ReadAllBytes(tree[$"{Folder}/img.zip"]);
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 999);
        tree.Write($"{Folder}/img.zip", bytes);
        var source = tree.Read(ShiftFormat.Format).Images[1].Source!;
        Assert.Contains("longer than the archive's list says", Assert.Throws<LatException>(source.ReadBytes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    public void AnArchiveThatWasCutOffIsRefused(int kept)
    {
        using var tree = Tree();
        var bytes = File.ReadAllBytes(tree[$"{Folder}/img.zip"]);
        tree.Write($"{Folder}/img.zip", bytes[..kept]);
        Assert.Contains("is no zip archive, or was cut off", tree.Refusal(ShiftFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnpackedFolderServesWithoutTheArchive()
    {
        using var tree = new DatasetTree().Write("det_2d.json", Labels)
            .WriteImage("img/007b-4e72/00000100_img_front.jpg").WriteImage("img/0aaa-0000/00000100_img_front.jpg");
        Assert.All(tree.Read(ShiftFormat.Format).Images, image => Assert.IsType<FileImageSource>(image.Source));
    }

    [Fact]
    public void AnUnknownViewOrSplitIsRefused()
    {
        using var tree = Tree();
        Assert.Contains("the view 'top' is unknown", tree.Refusal(ShiftFormat.Format, new ReadOptions { Parts = ["top"] }), StringComparison.Ordinal);
        Assert.Contains("the split 'test' is unknown", tree.Refusal(ShiftFormat.Format, new ReadOptions { Split = "test" }), StringComparison.Ordinal);
    }

    [TestDataFact]
    public void TheTrueSampleReads()
    {
        var read = ShiftFormat.Format.Read(TestDataFactAttribute.PathOf("formats", "shift"), new ReadOptions { Split = "val", Parts = ["front"] });
        Assert.Equal(2, read.Annotations.AnnotationCount);
        Assert.Equal(read.Annotations.Images[0].Size, ImageHeader.Read(read.Images[0].Source!));
    }
}
