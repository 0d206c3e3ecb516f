using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class AcdcReaderTests
{
    private const string Categories = """
        "categories": [{"id": 24, "name": "person"}, {"id": 26, "name": "car"}]
        """;

    private static string NameOf(string condition, int number, string split = "train") =>
        $"{condition}/{split}/GOPR0475/GOPR0475_frame_{number:D6}_rgb_anon.png";

    private static string Json(params string[] images) => $$"""
        {"images": [{{string.Join(", ", images.Select((name, index) => $$"""{"id": {{index + 1}}, "file_name": "{{name}}", "width": 1920, "height": 1080}"""))}}],
         {{Categories}},
         "annotations": [{{string.Join(", ", images.Select((_, index) => $$"""
            {"id": {{index + 1}}, "image_id": {{index + 1}}, "category_id": 26, "bbox": [{{index + 1}}, 2, 3, 4], "iscrowd": 0, "area": 7, "segmentation": []}
            """))}}]}
        """;

    private static string FileOf(string condition, string split = "train") =>
        $"gt_detection/{condition}/instancesonly_{condition}_{split}_gt_detection.json";

    private static DatasetTree Tree(string rain)
    {
        var tree = new DatasetTree().Write(FileOf("fog"), Json(NameOf("fog", 1))).Write(FileOf("rain"), rain);
        foreach (var name in new[] { NameOf("fog", 1), NameOf("rain", 2), NameOf("snow", 3) })
        {
            tree.WriteImage("rgb_anon/" + name);
        }

        return tree;
    }

    [Fact]
    public void AllConditionsAreReadTogether()
    {
        using var tree = Tree(Json(NameOf("rain", 2)));

        var read = tree.Read(AcdcFormat.Format, new ReadOptions { Split = "train" });

        Assert.Equal([NameOf("fog", 1), NameOf("rain", 2)], read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal([new Annotation(new Box(1, 2, 4, 6), 2)], read.Annotations.Images[1].Annotations);
        Assert.Equal(new FrameKey("GOPR0475", 2), read.Images[1].Frame);
        Assert.Empty(read.Report.Warnings);
    }

    [Fact]
    public void AFileOfOneConditionThatHoldsAllIsDetectedAndCountsEachImageOnce()
    {
        using var tree = Tree(Json(NameOf("fog", 1), NameOf("rain", 2), NameOf("snow", 3)));

        var read = tree.Read(AcdcFormat.Format);

        Assert.Equal([NameOf("fog", 1), NameOf("rain", 2), NameOf("snow", 3)], read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal(3, read.Annotations.AnnotationCount);
        Assert.Equal(1, read.Report.Counts["files of one condition that hold all"]);
        Assert.Equal(1, read.Report.Counts["images passed over: the file of their own condition has them"]);
    }

    [Fact]
    public void OneConditionAskedForIsThatConditionEvenInACombinedFile()
    {
        using var tree = Tree(Json(NameOf("fog", 1), NameOf("rain", 2), NameOf("snow", 3)));
        var read = tree.Read(AcdcFormat.Format, new ReadOptions { Parts = ["rain"] });
        Assert.Equal([NameOf("rain", 2)], read.Annotations.Images.Select(image => image.FileName));
    }

    [Fact]
    public void TheCombinedFileServesWhereThereIsNoOther()
    {
        using var tree = new DatasetTree()
            .Write("gt_detection/instancesonly_val_gt_detection.json", Json(NameOf("fog", 1, "val"), NameOf("night", 2, "val")))
            .WriteImage("rgb_anon/" + NameOf("fog", 1, "val")).WriteImage("rgb_anon/" + NameOf("night", 2, "val"));
        Assert.Equal(2, tree.Read(AcdcFormat.Format, new ReadOptions { Split = "val" }).Images.Count);
        Assert.Contains("no instancesonly_*_gt_detection.json", tree.Refusal(AcdcFormat.Format, new ReadOptions { Split = "train" }), StringComparison.Ordinal);
    }

    [Fact]
    public void ABareNameIsFoundInItsSequencesFolder()
    {
        using var tree = Tree(Json("GOPR0475_frame_000002_rgb_anon.png"));
        Assert.Contains(NameOf("rain", 2), tree.Read(AcdcFormat.Format).Annotations.Images.Select(image => image.FileName));
    }

    [Fact]
    public void EverythingWrongIsNamedTogetherWithItsRecord()
    {
        using var tree = Tree($$"""
            {"images": [{"id": 1, "file_name": "{{NameOf("rain", 2)}}", "width": 1920, "height": 1080},
                        {"id": 1, "file_name": "x.png", "width": 1920, "height": 1080}, {"id": 3, "file_name": "y.png", "width": 0, "height": 5}],
             "categories": [{"id": 26, "name": "car"}, {"id": 26, "name": "bus"}, {"id": 1, "name": "ship"}],
             "annotations": [{"id": 1, "image_id": 9, "category_id": 26, "bbox": [1, 2, 3, 4]},
                             {"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 2, 3, 4]},
                             {"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]},
                             {"id": 3, "image_id": 1, "category_id": 26, "bbox": [1, 2, 3]},
                             {"id": 4, "image_id": 1, "category_id": 26, "bbox": [1, 2, -3, 4]}]}
            """);

        var message = tree.Refusal(AcdcFormat.Format);

        Assert.Contains("images[1].id: is 1, which another image has, too", message, StringComparison.Ordinal);
        Assert.Contains("images[2]: is 0x5 pixels", message, StringComparison.Ordinal);
        Assert.Contains("categories[1].id: is 26, which another category has, too", message, StringComparison.Ordinal);
        Assert.Contains("annotations[0].image_id: is 9, but there is no image with that id", message, StringComparison.Ordinal);
        Assert.Contains("annotations[1].id: is 1, which another annotation has, too", message, StringComparison.Ordinal);
        Assert.Contains("annotations[1].category_id: is 7, but there is no such category", message, StringComparison.Ordinal);
        Assert.Contains("the class 'ship' is none of acdc's", message, StringComparison.Ordinal);
        Assert.Contains("annotations[3].bbox: is [1, 2, 3]; expected 4 finite numbers", message, StringComparison.Ordinal);
        Assert.Contains("annotations[4].bbox: the box (1, 2, -2, 6) has its maximum before its minimum", message, StringComparison.Ordinal);
    }
}
