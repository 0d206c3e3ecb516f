using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class CocoAnnotationFileTests
{
    private const string Minimal = """
        {
          "images": [{"id": 9, "file_name": "b.jpg", "width": 20, "height": 10}, {"id": 4, "file_name": "a.jpg", "width": 30, "height": 15}],
          "categories": [{"id": 18, "name": "dog"}, {"id": 1, "name": "person"}],
          "annotations": [
            {"id": 5, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4]},
            {"id": 3, "image_id": 4, "category_id": 18, "bbox": [1.5, 2.5, 3, 4], "area": 7.25, "iscrowd": 1}
          ]
        }
        """;

    [Fact]
    public void WhatOfficialToolsDoWithoutMayBeMissing()
    {
        using var folder = new TemporaryFolder();

        var dataset = CocoAnnotationFile.Read(folder.Write("c.json", Minimal));

        Assert.Equal([18L, 1L], dataset.CategoryIds);
        Assert.Equal([9L, 4L], dataset.ImageIds);
        Assert.Equal(["b.jpg", "a.jpg"], dataset.Annotations.Images.Select(image => image.FileName));
        Assert.Empty(dataset.Annotations.Images[0].Annotations);
        Assert.Equal(
            [new Annotation(new Box(1, 2, 4, 6), 1), new Annotation(new Box(1.5, 2.5, 4.5, 6.5), 0) { IsCrowd = true, Area = 7.25 }],
            dataset.Annotations.Images[1].Annotations);
    }

    [Fact]
    public void WhatIsWrittenReadsBack()
    {
        using var folder = new TemporaryFolder();
        CocoAnnotationFile.Write(folder["c.json"], Some.Annotations());

        var read = CocoAnnotationFile.Read(folder["c.json"]).Annotations;

        var expected = Some.Annotations();
        Assert.Equal(expected.LabelSpace, read.LabelSpace);
        Assert.Equal(expected.AnnotationCount, read.AnnotationCount);
        foreach (var (wanted, found) in expected.Images.Zip(read.Images))
        {
            Assert.Equal((wanted.FileName, wanted.Size), (found.FileName, found.Size));
            foreach (var (annotation, copy) in wanted.Annotations.Zip(found.Annotations))
            {
                Assert.Equal(annotation with { ObjectId = null, Box = copy.Box }, copy);
                Assert.Equal(annotation.Box.X2, copy.Box.X2, 1e-12);
                Assert.Equal(annotation.Box.Y1, copy.Box.Y1);
            }
        }
    }

    [Fact]
    public void WrittenIdsBeginAtOneAndNothingTrainingMustNotSeeIsWritten()
    {
        using var folder = new TemporaryFolder();
        CocoAnnotationFile.Write(folder["c.json"], Some.Annotations());

        using var json = JsonDocument.Parse(File.ReadAllText(folder["c.json"]));
        var annotations = json.RootElement.GetProperty("annotations").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3, 4], annotations.Select(annotation => annotation.GetProperty("id").GetInt32()));
        Assert.Equal(
            [1, 2], json.RootElement.GetProperty("categories").EnumerateArray().Select(category => category.GetProperty("id").GetInt32()));
        Assert.Equal("transferred", annotations[1].GetProperty("origin").GetString());
        Assert.Equal(0, annotations[1].GetProperty("source_annotation").GetInt32());
        Assert.Equal(0.1 + 0.2, annotations[1].GetProperty("score").GetDouble());
        Assert.Equal(12.5, annotations[1].GetProperty("area").GetDouble());
        Assert.DoesNotContain("object", File.ReadAllText(folder["c.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"image_id\": 4, \"category_id\": 1", "\"image_id\": 44, \"category_id\": 1", "annotations[0]: 'image_id' is 44, but there is no image")]
    [InlineData("\"category_id\": 1,", "\"category_id\": 77,", "annotations[0]: 'category_id' is 77, but there is no category")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, -3, 4]", "annotations[0]: 'bbox' is [1, 2, -3, 4]; width and height must not be negative")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3]", "expected four finite numbers")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3, \"4\"]", "expected four finite numbers")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3, 1e999]", "expected four finite numbers")]
    [InlineData("[1, 2, 3, 4]", "null", "has no 'bbox'")]
    [InlineData("[1, 2, 3, 4]", "[1, 2, 3, NaN]", "NaN, Infinity")]
    [InlineData("\"id\": 3,", "\"id\": 5,", "annotations[1]: 'id' is 5, which another annotation has")]
    [InlineData("\"id\": 9,", "\"id\": 4,", "images[1]: 'id' is 4, which another image has")]
    [InlineData("\"id\": 18,", "\"id\": 1,", "categories[1]: 'id' is 1, which another category has")]
    [InlineData("\"dog\"", "\"person\"", "categories[1]: 'name' is 'person', which another category has")]
    [InlineData("\"b.jpg\"", "\"a.jpg\"", "images[1]: 'file_name' is 'a.jpg', which another image has")]
    [InlineData("\"width\": 20", "\"width\": 0", "is 0x10 pixels")]
    [InlineData("\"width\": 20, ", "", "images[0]: has no 'width'")]
    [InlineData("\"area\": 7.25", "\"area\": -1", "'area' is -1; it must not be negative")]
    [InlineData("\"iscrowd\": 1", "\"iscrowd\": 2", "'iscrowd' is 2; expected 0 or 1")]
    [InlineData("\"id\": 18, \"name\": \"dog\"", "\"id\": \"x\", \"name\": \"dog\"", "'id' is \"x\"; expected a whole number")]
    [InlineData("\"categories\"", "\"klasses\"", "has no 'categories'; expected a list")]
    [InlineData("\"id\": 5, \"image_id\": 4", "\"id\": 5", "annotations[0]: has no 'image_id'")]
    public void WhatWouldGoWrongSilentlyIsRefused(string from, string to, string expected)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(from, Minimal, StringComparison.Ordinal);
        var path = folder.Write("c.json", Minimal.Replace(from, to, StringComparison.Ordinal));

        var exception = Assert.Throws<LatException>(() => CocoAnnotationFile.Read(path));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllFaultsAreListedAtOnce()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("c.json", """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 20, "height": 10}], "categories": [{"id": 1, "name": "x"}],
             "annotations": [{"image_id": 2, "category_id": 3, "bbox": [0, 0, -1, 1]}, 7]}
            """);

        var exception = Assert.Throws<LatException>(() => CocoAnnotationFile.Read(path));
        Assert.Contains("4 fault(s)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"images\": [")]
    [InlineData("[]")]
    public void AFileOfAnotherKindIsRefused(string content)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<LatException>(() => CocoAnnotationFile.Read(folder.Write("c.json", content)));
    }
}
