using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class CityscapesReaderTests
{
    private static readonly ReadOptions Instances = new() { Variant = "instances" };

    [Fact]
    public void ABoxIsTheExtentOfItsPolygonWithTheLastPixelInside()
    {
        using var tree = CityscapesTree.With(CityscapesTree.Object("car", 100, 200, 149, 210, 120, 259));

        var dataset = tree.Read(CityscapesFormat.Format);

        var image = Assert.Single(dataset.Annotations.Images);
        Assert.Equal((CityscapesTree.ImageName, new ImageSize(2048, 1024)), (image.FileName, image.Size));
        Assert.Equal([new Annotation(new Box(100, 200, 150, 260), 2)], image.Annotations);
        Assert.Equal(new FileImageSource(tree[CityscapesTree.ImageName]), dataset.Images[0].Source);
    }

    [Fact]
    public void GroupsAreCrowdsAndWhatIsNotEvaluatedIsLeftOut()
    {
        using var tree = CityscapesTree.With(
            CityscapesTree.Object("persongroup", 0, 0, 9, 9),
            CityscapesTree.Object("bicyclegroup", 10, 0, 19, 9),
            CityscapesTree.Object("road", 0, 0, 99, 99),
            CityscapesTree.Object("polegroup", 0, 0, 99, 99),
            CityscapesTree.Object("caravan", 0, 0, 99, 99),
            """{"deleted": 1, "label": "car", "polygon": [[0, 0], [5, 5]]}""",
            CityscapesTree.Object("rider", 20, 0, 29, 9));

        var dataset = tree.Read(CityscapesFormat.Format);

        Assert.Equal(
            [
                new Annotation(new Box(0, 0, 10, 10), 0) { IsCrowd = true },
                new Annotation(new Box(10, 0, 20, 10), 7) { IsCrowd = true },
                new Annotation(new Box(20, 0, 30, 10), 1),
            ],
            dataset.Annotations.Images[0].Annotations);
        Assert.Equal(1, dataset.Report.Counts["boxes left out: caravans and trailers"]);
    }

    [Fact]
    public void TheLabelImageGivesTheSameBoxesAsPolygonsOfTheSameExtent()
    {
        using var tree = CityscapesTree.With(CityscapesTree.Object("car", 2, 1, 5, 3), CityscapesTree.Object("persongroup", 7, 0, 7, 3)).Write(
            $"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png",
            CityscapesTree.Instances(8, 4, (26_000, 2, 1, 5, 3), (24, 7, 0, 7, 3), (7, 0, 0, 0, 0), (29_001, 0, 3, 1, 3)));

        var fromImage = tree.Read(CityscapesFormat.Format, Instances).Annotations.Images[0];

        Assert.Equal(new ImageSize(8, 4), fromImage.Size);
        Assert.Equal(
            tree.Read(CityscapesFormat.Format).Annotations.Images[0].Annotations.OrderBy(label => label.ClassIndex),
            fromImage.Annotations.OrderBy(label => label.ClassIndex));
    }

    [Fact]
    public void AnInstanceInSeveralPiecesIsOneBox()
    {
        using var tree = new DatasetTree().WriteImage(CityscapesTree.ImageName).Write(
            $"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png",
            CityscapesTree.Instances(20, 10, (26_003, 1, 2, 3, 4), (26_003, 10, 3, 12, 8)));

        var label = Assert.Single(tree.Read(CityscapesFormat.Format, Instances).Annotations.Images[0].Annotations);

        Assert.Equal(new Box(1, 2, 13, 9), label.Box);
    }

    [Fact]
    public void TheTestSplitHasNoLabelsAndIsReadOnlyWhenNamed()
    {
        using var tree = CityscapesTree.With(CityscapesTree.Object("car", 0, 0, 9, 9))
            .WriteImage("leftImg8bit/test/berlin/berlin_000000_000019_leftImg8bit.png")
            .Write("gtFine/test/berlin/berlin_000000_000019_gtFine_polygons.json", CityscapesTree.Polygons());

        Assert.Equal([CityscapesTree.ImageName], tree.Read(CityscapesFormat.Format).Annotations.Images.Select(image => image.FileName));
        Assert.Equal(0, tree.Read(CityscapesFormat.Format, new ReadOptions { Split = "test" }).Annotations.AnnotationCount);
    }

    [Fact]
    public void ImagesWithoutLabelsAreNamed()
    {
        using var tree = CityscapesTree.With(CityscapesTree.Object("car", 0, 0, 9, 9))
            .WriteImage("leftImg8bit/train/bonn/bonn_000001_000019_leftImg8bit.png");

        var report = tree.Read(CityscapesFormat.Format).Report;

        Assert.EndsWith("bonn_000001_000019_leftImg8bit.png", Assert.Single(report.Warnings).File);
        Assert.Equal(1, report.Counts["images left out: no labels"]);
    }

    [Fact]
    public void EveryFaultOfEveryFileIsReportedAtOnce()
    {
        using var tree = CityscapesTree.With(
                """{"label": 3, "polygon": [[1, 2]]}""",
                """{"label": "car", "polygon": [[1, "2"]]}""",
                """{"label": "car", "polygon": []}""",
                """{"label": "car"}""",
                "7",
                CityscapesTree.Object("spaceship", 0, 0, 1, 1))
            .Write("gtFine/train/bonn/bonn_0_1_gtFine_polygons.json", """{"imgHeight": 0, "imgWidth": 5, "objects": []}""")
            .Write("gtFine/train/bonn/bonn_0_2_gtFine_polygons.json", CityscapesTree.Polygons());

        var message = tree.Refusal(CityscapesFormat.Format);

        Assert.Contains("8 fault(s), nothing was imported", message, StringComparison.Ordinal);
        Assert.Contains("objects[0].label: is 3; expected a text", message, StringComparison.Ordinal);
        Assert.Contains("objects[1].polygon: has the vertex [1, \"2\"]", message, StringComparison.Ordinal);
        Assert.Contains("objects[2].polygon: has no vertex", message, StringComparison.Ordinal);
        Assert.Contains("objects[3].polygon: is missing; expected a list", message, StringComparison.Ordinal);
        Assert.Contains("objects[4]: is 7; expected an object", message, StringComparison.Ordinal);
        Assert.Contains("objects[5]: the class 'spaceship' is none of cityscapes's", message, StringComparison.Ordinal);
        Assert.Contains("bonn_0_1_gtFine_polygons.json: the image is 5x0 pixels", message, StringComparison.Ordinal);
        Assert.Contains("bonn_0_2_leftImg8bit.png' is missing", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"imgHeight\": NaN}")]
    [InlineData("\"text\"")]
    public void WhatIsNotJsonIsNamedWithItsFile(string content)
    {
        using var tree = CityscapesTree.With().Write(CityscapesTree.PolygonsName, content);

        Assert.Contains("_gtFine_polygons.json: is ", tree.Refusal(CityscapesFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void ACutOffLabelImageIsNamed()
    {
        var whole = CityscapesTree.Instances(30, 20, (26_000, 2, 1, 5, 3));
        foreach (var length in new[] { 0, 5, 20, 40, whole.Length - 20, whole.Length - 9 })
        {
            using var tree = new DatasetTree().WriteImage(CityscapesTree.ImageName)
                .Write($"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png", whole[..length]);

            Assert.Contains("instanceIds.png: cannot be read:", tree.Refusal(CityscapesFormat.Format, Instances), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AMissingFolderSaysWhatToUnpack()
    {
        using var tree = new DatasetTree();

        Assert.Contains("there is no such folder", Assert.Throws<LatException>(
            () => CityscapesFormat.Format.Read(tree["nowhere"], new ReadOptions())).Message, StringComparison.Ordinal);
        Assert.Contains("Unpack gtFine_trainvaltest.zip", tree.Refusal(CityscapesFormat.Format), StringComparison.Ordinal);
        using var train = CityscapesTree.With();
        Assert.Contains("there is no split 'val'", train.Refusal(CityscapesFormat.Format, new ReadOptions { Split = "val" }), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNoSplitIsToBeMovedAway()
    {
        using var tree = CityscapesTree.With(CityscapesTree.Object("car", 100, 200, 149, 210)).Write("gtFine/notes/read-me.txt", "mine");

        var message = tree.Refusal(CityscapesFormat.Format);

        Assert.Contains($"{tree["gtFine/notes"]}: holds no file *_gtFine_polygons.json. Cityscapes has no such split; move the folder out of gtFine, or name the split to read.", message, StringComparison.Ordinal);
        Assert.Single(tree.Read(CityscapesFormat.Format, new ReadOptions { Split = "train" }).Images);
    }
}
