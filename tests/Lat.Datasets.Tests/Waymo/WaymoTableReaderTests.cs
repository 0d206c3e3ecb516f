using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class WaymoTableReaderTests
{
    private const string Boxes = "training/camera_box/a.parquet";
    private const string Images = "training/camera_image/a.parquet";
    private static readonly byte[] Png = PngBytes.Encode(new RgbImage(new ImageSize(192, 128)));

    [Fact]
    public void BoxesAndImagesAreJoinedByTheirKeys()
    {
        using var tree = Tree((7, 1, 1, [100, 50, 20, 10]), (7, 2, 4, [10, 10, 4, 6]), (8, 1, 2, [10, 10, 4, 6]));

        var dataset = tree.Read(WaymoFormat.Format);

        Assert.Equal(
            ["segment/0000000000000007_FRONT.jpg", "segment/0000000000000007_FRONT_LEFT.jpg", "segment/0000000000000008_FRONT.jpg"],
            dataset.Annotations.Images.Select(image => image.FileName));
        Assert.Equal([new Annotation(new Box(90, 45, 110, 55), 0)], dataset.Annotations.Images[0].Annotations);
        Assert.Equal([new Annotation(new Box(8, 7, 12, 13), 2)], dataset.Annotations.Images[1].Annotations);
        Assert.Equal(new ImageSize(192, 128), dataset.Annotations.Images[2].Size);
        Assert.All(dataset.Images, image => Assert.Equal(Png, image.Source!.ReadBytes()));
    }

    [Fact]
    public void ABoxOfAFrameWithoutAnImageIsNamed()
    {
        using var tree = Tree((9, 1, 1, [100, 50, 20, 10]));

        Assert.Contains("row group 0, row[0]: is a box of the frame segment/0000000000000009_FRONT.jpg", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheImageComponentOnlyLabelsCanBeRead()
    {
        using var tree = Tree((9, 1, 1, [100, 50, 20, 10]));
        File.Delete(tree[Images]);

        Assert.Contains("Download the component camera_image, too", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
        var labels = tree.Read(WaymoFormat.Format, new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly });
        Assert.Equal(new ImageSize(1920, 1280), Assert.Single(labels.Annotations.Images).Size);
    }

    [Fact]
    public void AnotherComponentIsNotTakenForBoxes()
    {
        using var tree = Tree((7, 1, 1, [100, 50, 20, 10]));
        tree.Write(Boxes, File.ReadAllBytes(tree[Images]));

        Assert.Contains("lacks the columns [CameraBoxComponent].type", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedTablesAreRefused()
    {
        var whole = WaymoTables.Boxes((7, 1, 1, [100, 50, 20, 10]));
        foreach (var bytes in new byte[][] { [], [1, 2, 3], whole[..(whole.Length / 2)], whole[4..] })
        {
            using var tree = Tree().Write(Boxes, bytes);

            Assert.Contains("cannot be read as parquet", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
        }
    }

    [TestDataFact]
    public void TheKeysOfARealTableOfVersionTwoAreRead()
    {
        var path = TestDataFactAttribute.PathOf("formats", "waymo", "v2", "dataset", "camera_hkp", "10023947602400723454_1120_000_1140_000.parquet");
        using var table = ParquetTable.Open(path);

        var segments = table.Texts(0, "key.segment_context_name");

        Assert.NotEmpty(segments);
        Assert.All(segments, segment => Assert.Equal("10023947602400723454_1120_000_1140_000", segment));
        Assert.All(table.Codes(0, "key.camera_name", WaymoCamera.NumberOf), camera => Assert.InRange(camera!.Value, 1, 5));
        Assert.All(table.Wholes(0, "key.frame_timestamp_micros"), time => Assert.InRange(time!.Value, 1_500_000_000_000_000, 1_700_000_000_000_000));
    }

    private static DatasetTree Tree(params (long Time, sbyte Camera, sbyte Type, double[] Box)[] boxes) => new DatasetTree()
        .Write(Boxes, WaymoTables.Boxes(boxes))
        .Write(Images, WaymoTables.Images((7, 1, Png), (7, 2, Png), (8, 1, Png)));
}
