using System.Text;
using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class WaymoFrameReaderTests
{
    private const string Name = "training/segment-1_with_camera_labels.tfrecord";
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    [Fact]
    public void BoxesComeFromCentersAndImagesLieInsideTheRecord()
    {
        var image = Encoding.ASCII.GetBytes("not really a JPEG, but these very bytes");
        using var tree = new DatasetTree().Write(Name, TfRecords.Of(
            TfRecords.Frame(7, image, (1, 100, 50, 20, 10), (4, 10, 10, 4, 6), (3, 1, 1, 1, 1)), TfRecords.Frame(8, image, (2, 10, 10, 4, 6))));

        var dataset = tree.Read(WaymoFormat.Format);

        Assert.Equal(["segment/0000000000000007_FRONT.jpg", "segment/0000000000000008_FRONT.jpg"], dataset.Annotations.Images.Select(one => one.FileName));
        Assert.Equal(
            [new Annotation(new Box(90, 45, 110, 55), 0), new Annotation(new Box(8, 7, 12, 13), 2)], dataset.Annotations.Images[0].Annotations);
        Assert.Equal(1, dataset.Report.Counts["boxes left out: signs"]);
        Assert.All(dataset.Images, one => Assert.Equal(image, one.Source!.ReadBytes()));
    }

    [Fact]
    public void EveryThirdFrameIsCountedPerCameraAndSegment()
    {
        var frames = Enumerable.Range(0, 8).Select(time => TfRecords.Frame(time, [1])).ToArray();
        using var tree = new DatasetTree().Write(Name, TfRecords.Of(frames));

        var dataset = tree.Read(WaymoFormat.Format, new ReadOptions { FrameStep = 3 });

        Assert.Equal([0L, 3, 6], dataset.Images.Select(image => image.Frame!.Value.Order));
    }

    [Theory]
    [InlineData(0, "the checksum of the record's length is wrong")]
    [InlineData(9, "the checksum of the record's length is wrong")]
    [InlineData(30, "the checksum of the record is wrong")]
    public void AFlippedBitIsNoticed(int position, string expected)
    {
        var bytes = TfRecords.Of(TfRecords.Frame(7, [1, 2, 3], (1, 100, 50, 20, 10)));
        bytes[position] ^= 4;
        using var tree = new DatasetTree().Write(Name, bytes);

        var message = tree.Refusal(WaymoFormat.Format);

        Assert.Contains("record[0]", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACutOffFileIsNoticed()
    {
        var bytes = TfRecords.Of(TfRecords.Frame(7, [1, 2, 3], (1, 100, 50, 20, 10)), TfRecords.Frame(8, [1]));
        foreach (var length in new[] { 5, 20, bytes.Length - 1, bytes.Length - 20 })
        {
            using var tree = new DatasetTree().Write(Name, bytes[..length]);

            Assert.Contains(".tfrecord: record[", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ARecordThatIsNoFrameIsNamed()
    {
        using var tree = new DatasetTree().Write(Name, TfRecords.Of([0xFF, 0xFF, 0xFF], Encoding.ASCII.GetBytes("hello, this is text"), []));

        var message = tree.Refusal(WaymoFormat.Format);

        Assert.Contains("record[0]: is no frame of Waymo Open", message, StringComparison.Ordinal);
        Assert.Contains("record[2]: the frame has no segment name or no time stamp", message, StringComparison.Ordinal);
    }

    [Fact]
    public void BoxesThatAreNotFiniteAreRefusedOrDropped()
    {
        using var tree = new DatasetTree().Write(Name, TfRecords.Of(TfRecords.Frame(7, [1], (1, double.NaN, 50, 20, 10), (1, 5, 5, -4, 2))));

        Assert.Contains("camera 1.labels[0]: the box", tree.Refusal(WaymoFormat.Format), StringComparison.Ordinal);
        Assert.Equal(2, tree.Read(WaymoFormat.Format, new ReadOptions { InvalidBoxes = InvalidBoxPolicy.Drop }).Report.Counts["boxes dropped: invalid"]);
    }

    [TestDataFact]
    public void CameraLabelsAreThoseOfAnOfficialParser()
    {
        var folder = TestDataFactAttribute.PathOf("formats", "waymo");
        var dataset = WaymoFormat.Format.Read(Path.Join(folder, "waymo_dummy_small.tfrecord"), LabelsOnly);
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "waymo_cam_anns.json")));

        var frames = expected.RootElement.GetProperty("frames").EnumerateArray().ToList();
        var order = dataset.Images.Select(image => image.Frame!.Value.Order).Distinct().Order().ToList();
        Assert.Equal(frames.Count, dataset.Annotations.Images.Count);
        foreach (var frame in frames)
        {
            var camera = WaymoCamera.Names.MaxBy(name => frame.GetProperty("name").GetString()!.Contains($"_{name}_", StringComparison.OrdinalIgnoreCase) ? name.Length : 0)!;
            var time = order[frame.GetProperty("frameIndex").GetInt32()];
            var name = FormattableString.Invariant($"{frame.GetProperty("videoName").GetString()}/{time:D16}_{camera}.jpg");
            var image = Assert.Single(dataset.Annotations.Images, one => one.FileName == name);
            Assert.Equal(frame.GetProperty("size").GetProperty("width").GetInt32(), image.Size.Width);
            Assert.Equal(frame.GetProperty("size").GetProperty("height").GetInt32(), image.Size.Height);
            var labels = frame.GetProperty("labels").EnumerateArray().ToList();
            Assert.Equal(labels.Count, image.Annotations.Count);
            foreach (var (label, found) in labels.Zip(image.Annotations))
            {
                // The parser that wrote the file gives the last pixel inside as the maximum, and keeps what reaches out of the image.
                var box = label.GetProperty("box2d");
                Assert.Equal(label.GetProperty("category").GetString(), dataset.Annotations.LabelSpace[found.ClassIndex].Value);
                Assert.Equal(Math.Max(0, box.GetProperty("x1").GetDouble()), found.Box.X1, 1e-4);
                Assert.Equal(Math.Max(0, box.GetProperty("y1").GetDouble()), found.Box.Y1, 1e-4);
                Assert.Equal(Math.Min(image.Size.Width, box.GetProperty("x2").GetDouble() + 1), found.Box.X2, 1e-4);
                Assert.Equal(Math.Min(image.Size.Height, box.GetProperty("y2").GetDouble() + 1), found.Box.Y2, 1e-4);
            }
        }
    }
}
