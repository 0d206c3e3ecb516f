using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class Bdd100kReaderTests
{
    private const string Labels = """
        [{"name": "a.jpg", "attributes": {"scene": "street"}, "timestamp": 10000, "labels": [
            {"category": "car", "box2d": {"x1": 10, "y1": 20.5, "x2": 29, "y2": 39.5}, "attributes": {"crowd": false}, "id": "7"},
            {"category": "person", "box2d": {"x1": 0, "y1": 0, "x2": 9, "y2": 9}, "attributes": {"crowd": true}},
            {"category": "trailer", "box2d": {"x1": 1, "y1": 1, "x2": 5, "y2": 5}},
            {"category": "lane", "box2d": null, "poly2d": [{"vertices": [[1, 2]]}]}]},
         {"name": "b.jpg"}]
        """;

    private static DatasetTree Tree() => new DatasetTree()
        .Write("labels/det_20/det_train.json", Labels)
        .WriteImage("images/100k/train/a.jpg")
        .WriteImage("images/100k/train/b.jpg");

    [Fact]
    public void BoxesHaveTheOfficialWidthAndRenamedClasses()
    {
        using var tree = Tree();

        var read = tree.Read(Bdd100kFormat.Format);

        var image = read.Annotations.Images[0];
        Assert.Equal(("a.jpg", new ImageSize(1280, 720)), (image.FileName, image.Size));
        var space = read.Annotations.LabelSpace;
        Assert.Equal(
            [
                new Annotation(new Box(10, 20.5, 30, 40.5), space.IndexOf("car")),
                new Annotation(new Box(0, 0, 10, 10), space.IndexOf("pedestrian")) { IsCrowd = true },
                new Annotation(new Box(1, 1, 6, 6), space.IndexOf("truck")) { IsCrowd = true, IsIgnored = true },
            ],
            image.Annotations);
        Assert.Equal(1, read.Report.Counts["labels skipped: no box2d"]);
    }

    [Fact]
    public void AnImageWithoutLabelsStays()
    {
        using var tree = Tree();

        var read = tree.Read(Bdd100kFormat.Format, new ReadOptions { Split = "train" });

        Assert.Equal(["a.jpg", "b.jpg"], read.Annotations.Images.Select(image => image.FileName));
        Assert.Empty(read.Annotations.Images[1].Annotations);
        Assert.Equal(1, read.Report.Counts["images without labels"]);
    }

    [Fact]
    public void TheOlderFileAnImageReadsAsTheNewerFile()
    {
        using var newer = Tree();
        using var older = new DatasetTree()
            .Write("labels/100k/train/a.json", """
                {"name": "a", "frames": [{"timestamp": 10000, "objects": [
                    {"category": "car", "id": 1, "box2d": {"x1": 10, "y1": 20.5, "x2": 29, "y2": 39.5}},
                    {"category": "bike", "id": 2, "box2d": {"x1": 1, "y1": 2, "x2": 3, "y2": 4}},
                    {"category": "area/drivable", "id": 3, "poly2d": []}]}], "attributes": {"weather": "clear"}}
                """)
            .WriteImage("images/100k/train/a.jpg");

        var read = older.Read(Bdd100kFormat.Format);

        Assert.Equal(newer.Read(Bdd100kFormat.Format).Annotations.Images[0].Annotations[0], read.Annotations.Images[0].Annotations[0]);
        Assert.Equal(read.Annotations.LabelSpace.IndexOf("bicycle"), read.Annotations.Images[0].Annotations[1].ClassIndex);
        Assert.Equal("a.jpg", read.Annotations.Images[0].FileName);
    }

    [Fact]
    public void EverythingWrongIsNamedTogetherWithItsRecord()
    {
        using var tree = new DatasetTree().Write("labels/det_20/det_train.json", """
            [{"name": 5, "labels": []}, 7,
             {"name": "a.jpg", "labels": [{"category": "spaceship", "box2d": {"x1": 1, "y1": 1, "x2": 5, "y2": 5}}, 3,
                {"category": "car", "box2d": {"x1": 1, "y1": 1, "x2": "5", "y2": 5}}, {"category": "car", "box2d": [1, 2]}]},
             {"name": "a.jpg", "labels": {}},
             {"name": "../../etc/passwd", "labels": null}]
            """)
            .WriteImage("images/100k/train/a.jpg");

        var message = tree.Refusal(Bdd100kFormat.Format);

        Assert.Contains("frames[0].name: is Number, not a text", message, StringComparison.Ordinal);
        Assert.Contains("frames[1]: is 7; expected an object", message, StringComparison.Ordinal);
        Assert.Contains("frames[2].labels[0].category: the class 'spaceship' is none of bdd100k's", message, StringComparison.Ordinal);
        Assert.Contains("frames[2].labels[1]: is Number, not an object", message, StringComparison.Ordinal);
        Assert.Contains("frames[2].labels[2].box2d: the box (1, 1, NaN, 6) is not finite", message, StringComparison.Ordinal);
        Assert.Contains("frames[2].labels[3].box2d: is StartArray, not an object", message, StringComparison.Ordinal);
        Assert.Contains("frames[3].labels: is StartObject, not a list", message, StringComparison.Ordinal);
        Assert.Contains("frames[3]: the image 'a.jpg' stands twice", message, StringComparison.Ordinal);
        Assert.Contains("leads out of the dataset's folder", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"name\": \"a.jpg\", \"labels\": [", "is not JSON, at line 1")]
    [InlineData("[{\"name\": \"a.jpg\", \"labels\": [{\"box2d\": {\"x1\": NaN}}]}]", "is not JSON, at line 1")]
    [InlineData("5", "is a single value; expected a list or an object with 'frames'")]
    [InlineData("{\"frames\": 5}", "has a 'frames' that is no list")]
    [InlineData("", "is not JSON")]
    public void AFileThatIsNoLabelFileIsRefused(string content, string message)
    {
        using var tree = new DatasetTree().Write("labels/det_20/det_train.json", content);
        Assert.Contains(message, tree.Refusal(Bdd100kFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownSplitOrVariantIsRefusedWithThoseThatAre()
    {
        using var tree = Tree();
        Assert.Contains("Ask for one of: train, val", tree.Refusal(Bdd100kFormat.Format, new ReadOptions { Split = "trian" }), StringComparison.Ordinal);
        Assert.Contains("det_20 or 100k", tree.Refusal(Bdd100kFormat.Format, new ReadOptions { Variant = "det_21" }), StringComparison.Ordinal);
    }

    [TestDataFact]
    public void TheTrueSamplesRead()
    {
        var detect = Bdd100kFormat.Format.Read(
            TestDataFactAttribute.PathOf("formats", "bdd100k", "detect", "labels", "annotation.json"), new ReadOptions());
        Assert.Equal("913b47b8-3cf1b886.jpg", detect.Annotations.Images[0].FileName);
        var light = detect.Annotations.Images[0].Annotations[0];
        Assert.Equal("traffic light", detect.Annotations.LabelSpace[light.ClassIndex].Value);
        Assert.Equal(new Box(624.253824, 290.023202, 635.516861 + 1, 302.412543 + 1), light.Box);
        Assert.Equal(detect.Annotations.Images[0].Size, ImageHeader.Read(detect.Images[0].Source!));

        var labelsOnly = new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly };
        var scalabel = Bdd100kFormat.Format.Read(TestDataFactAttribute.PathOf("formats", "bdd100k", "scalabel_det.json"), labelsOnly);
        Assert.Equal(4, scalabel.Annotations.AnnotationCount);
        var masks = Bdd100kFormat.Format.Read(TestDataFactAttribute.PathOf("formats", "bdd100k", "example_annotation.json"), labelsOnly);
        Assert.Equal(0, masks.Annotations.AnnotationCount);
        Assert.True(masks.Report.Counts["labels skipped: no box2d"] > 0);
    }
}
