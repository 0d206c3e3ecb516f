using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class CocoDetectionFileTests
{
    [Fact]
    public void WhatIsWrittenReadsBackUnderTheFilesOwnIds()
    {
        using var folder = new TemporaryFolder();
        var dataset = new CocoDataset(Some.Annotations(), [70, 3], [11, 5, 900]);
        CocoDetectionFile.Write(folder["r.json"], Some.Detections(), dataset);

        Assert.Equal(Some.Detections(), CocoDetectionFile.Read(folder["r.json"], dataset));
        Assert.Contains("\"image_id\":900,\"category_id\":3", File.ReadAllText(folder["r.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void TheBestScoreComesFirstAndTiesKeepTheirOrder()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("r.json", """
            [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 0.5}, {"image_id": 1, "category_id": 2, "bbox": [0, 0, 2, 2], "score": 0.9},
             {"image_id": 1, "category_id": 1, "bbox": [0, 0, 3, 3], "score": 0.5}]
            """);

        var read = CocoDetectionFile.Read(path, CocoDataset.Of(Some.Annotations()));

        Assert.Equal([2.0, 1.0, 3.0], read.Images[0].Detections.Select(detection => detection.Box.X2));
        Assert.Equal(3, read.Images.Count);
    }

    [Theory]
    [InlineData("""[{"image_id": 8, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 0.5}]""", "'image_id' is 8, which the annotation file lacks")]
    [InlineData("""[{"image_id": 1, "category_id": 8, "bbox": [0, 0, 1, 1], "score": 0.5}]""", "'category_id' is 8, which the annotation file lacks")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1]}]""", "has no 'score'")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, -1], "score": 1}]""", "must not be negative")]
    [InlineData("""[{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 1, "class_scores": [1]}]""", "expected 2 numbers")]
    [InlineData("""{"annotations": []}""", "is no list")]
    [InlineData("""[3]""", "expected an object")]
    public void ResultsThatFitNoAnnotationAreRefused(string content, string expected)
    {
        using var folder = new TemporaryFolder();

        var exception = Assert.Throws<LatException>(() =>
            CocoDetectionFile.Read(folder.Write("r.json", content), CocoDataset.Of(Some.Annotations())));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsOnUnknownImagesAreNotWritten()
    {
        using var folder = new TemporaryFolder();
        var other = new AnnotationSet(new LabelSpace("car", "person"), []);

        Assert.Throws<LatException>(() => CocoDetectionFile.Write(folder["r.json"], Some.Detections(), CocoDataset.Of(other)));
        Assert.Empty(folder.FileNames);
    }
}
