using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class NuImagesReaderTests
{
    [Fact]
    public void KeyFramesAreJoinedWithTheirBoxesAndBoxesWithoutAMaskAreKept()
    {
        using var tree = NuImagesTree.With(
            NuImagesTree.Annotation("a1", 10, "f1", "[5, 6, 20, 30]"), NuImagesTree.Annotation("a2", 0, "f2", "[0, 0, 1600, 900]"));

        var dataset = tree.Read(NuImagesFormat.Format);

        Assert.Equal(["samples/CAM_BACK/b.jpg", NuImagesTree.Front], dataset.Annotations.Images.Select(image => image.FileName));
        Assert.Equal([new Annotation(new Box(5, 6, 20, 30), 10)], dataset.Annotations.Images[1].Annotations);
        Assert.Equal("vehicle.bicycle", dataset.Annotations.LabelSpace[10].Value);
        Assert.Equal(new FrameKey("l1/CAM_FRONT", 5), dataset.Images[1].Frame);
        Assert.Equal(new FileImageSource(tree[NuImagesTree.Front]), dataset.Images[1].Source);
    }

    [Fact]
    public void All23BoxClassesAreRead() => Assert.Equal(23, NuImagesFormat.Format.Documentation.Classes!.Count);

    [Fact]
    public void SurfacesHaveNoBoxesAndUnknownCategoriesAreRefused()
    {
        using var tree = NuImagesTree.With(NuImagesTree.Annotation("a1", 90, "f1", "[5, 6, 20, 30]"), NuImagesTree.Annotation("a2", 92, "f1", "[5, 6, 20, 30]"));

        Assert.Contains("the class 'vehicle.hovercraft' is none of nuimages's", tree.Refusal(NuImagesFormat.Format), StringComparison.Ordinal);
        Assert.Equal(0, tree.Read(NuImagesFormat.Format, new ReadOptions { UnknownClasses = UnknownClassPolicy.Skip }).Annotations.AnnotationCount);
    }

    [Fact]
    public void OneCameraCanBeChosen()
    {
        using var tree = NuImagesTree.With(NuImagesTree.Annotation("a2", 0, "f2", "[0, 0, 9, 9]"));

        Assert.Equal([NuImagesTree.Front], tree.Read(NuImagesFormat.Format, new ReadOptions { Parts = ["cam_front"] }).Annotations.Images.Select(image => image.FileName));
        Assert.Contains("there is no camera 'CAM_TOP'", tree.Refusal(NuImagesFormat.Format, new ReadOptions { Parts = ["CAM_TOP"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenRecordsAreAllNamed()
    {
        using var tree = NuImagesTree.With(
            NuImagesTree.Annotation("a1", 99, "f1", "[1, 2, 3, 4]"),
            NuImagesTree.Annotation("a2", 0, "f0", "[1, 2, 3, 4]"),
            NuImagesTree.Annotation("a3", 0, "f1", "[1, 2, 3]"),
            NuImagesTree.Annotation("a4", 0, "f1", "[9, 2, 3, 4]"),
            NuImagesTree.Annotation("a5", 0, "f1", "[1, 2, 3, 4]"),
            NuImagesTree.Annotation("a5", 0, "f1", "[1, 2, 3, 4]"),
            "{\"token\": 5}");

        var message = tree.Refusal(NuImagesFormat.Format);

        Assert.Contains("object_ann[0]: 'category_token' is 'c99'", message, StringComparison.Ordinal);
        Assert.Contains("object_ann[1]: 'sample_data_token' is 'f0', but no key frame", message, StringComparison.Ordinal);
        Assert.Contains("object_ann[2].bbox: is [1, 2, 3]; expected 4 finite numbers", message, StringComparison.Ordinal);
        Assert.Contains("object_ann[3]: the box (9, 2, 3, 4) has its maximum before its minimum", message, StringComparison.Ordinal);
        Assert.Contains("object_ann[5]: 'token' is 'a5', which another record has, too", message, StringComparison.Ordinal);
        Assert.Contains("object_ann[6].token: is 5; expected a text", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatLeadsOutOfTheFolderIsRefused()
    {
        using var tree = NuImagesTree.With().Write("v1.0-train/sample_data.json", $"[{NuImagesTree.Frame("f1", "../../etc/passwd", "k1", 5)}]");

        Assert.Contains("sample_data[0]: the image's name '../../etc/passwd' leads out of the dataset's folder", tree.Refusal(NuImagesFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingTableIsNamed()
    {
        using var tree = NuImagesTree.With();
        File.Delete(tree["v1.0-train/sensor.json"]);

        Assert.Contains("sensor.json: cannot be read", tree.Refusal(NuImagesFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingImagesAreRefusedSkippedOrDoneWithout()
    {
        using var tree = NuImagesTree.With(NuImagesTree.Annotation("a1", 10, "f1", "[5, 6, 20, 30]"));
        File.Delete(tree[NuImagesTree.Front]);

        Assert.Contains("CAM_FRONT/a.jpg' is missing", tree.Refusal(NuImagesFormat.Format), StringComparison.Ordinal);
        Assert.Single(tree.Read(NuImagesFormat.Format, new ReadOptions { MissingImages = MissingImagePolicy.Skip }).Annotations.Images);
        var labels = tree.Read(NuImagesFormat.Format, new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly });
        Assert.Equal((1, null), (labels.Annotations.AnnotationCount, labels.Images[1].Source));
    }

    [TestDataFact]
    public void TheTablesThatNuScenesSharesAreReadAsTheyAre()
    {
        using var tree = NuImagesTree.With();
        foreach (var table in new[] { "category", "sensor", "calibrated_sensor" })
        {
            tree.Write($"v1.0-train/{table}.json", File.ReadAllBytes(TestDataFactAttribute.PathOf("formats", "nuscenes", "v1.0-mini", table + ".json")));
        }

        var faults = new ReadFaults("nuimages", tree.Root);
        var tables = NuImagesTables.Read(tree["v1.0-train"], faults, CancellationToken.None);

        faults.ThrowIfAny();
        Assert.Equal(23, tables.Categories.Values.Count(index => index is not null));
        Assert.Equal(Enumerable.Range(0, 23), tables.Categories.Values.Where(index => index is not null).Select(index => index!.Value));
        Assert.Superset(NuImagesFormat.Cameras.ToHashSet(), tables.Channels.Values.Where(name => name.StartsWith("CAM", StringComparison.Ordinal)).ToHashSet());
    }
}
