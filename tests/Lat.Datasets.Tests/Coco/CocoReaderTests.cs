using System.Globalization;
using System.Text;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class CocoReaderTests
{
    private const string Images = """[{"id": 4, "file_name": "a.jpg", "width": 30, "height": 15}]""";
    private const string Categories = """[{"id": 18, "name": "dog"}, {"id": 1, "name": "person"}]""";
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    [Theory]
    [InlineData("images,annotations,categories")]
    [InlineData("annotations,categories,images")]
    [InlineData("categories,images,annotations")]
    public void TheListsMayStandInAnyOrder(string order)
    {
        var lists = order.Split(',').Select(list => $"\"{list}\": " + list switch
        {
            "images" => Images,
            "categories" => Categories,
            _ => """[{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4]}]""",
        });

        var set = Read($$"""{"info": {"images": [{}]}, {{string.Join(", ", lists)}} , "licenses": []}""").Annotations;

        Assert.Equal(["dog", "person"], set.LabelSpace.Classes.Select(name => name.Value));
        Assert.Equal(new Annotation(new Box(1, 2, 4, 6), 1), Assert.Single(Assert.Single(set.Images).Annotations));
    }

    [Theory]
    [InlineData("""{"id": 1.0, "image_id": 4e0, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": true, "area": 5}""")]
    [InlineData("""{"\u0069d": 1, "image_\u0069d": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 1.0, "area": 5}""")]
    [InlineData("""{"id": null, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 1, "area": 5, "score": 1, "origin": null}""")]
    [InlineData("""{"bbox": [9], "iscrowd": 0, "id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 1, "area": 5}""")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 1, "area": 5, "segmentation": {"counts": [1, 2], "size": [3, 4]}}""")]
    public void UnusualSpellingsMeanTheSame(string annotation) => Assert.Equal(
        new Annotation(new Box(1, 2, 4, 6), 1) { IsCrowd = true, Area = 5 },
        Assert.Single(Read(File(annotation)).Annotations.Images[0].Annotations));

    [Theory]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1}""", "annotations[0].bbox: is missing; expected 4 finite numbers, [x, y, width, height]")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 1e999]}""", "annotations[0].bbox: is [1, 2, 3, 1e999]; expected 4 finite numbers")]
    [InlineData("""{"id": 1, "image_id": "4", "category_id": 1, "bbox": [1, 2, 3, 4]}""", "annotations[0].image_id: is \"4\"; expected a whole number")]
    [InlineData("""{"id": 1, "image_id": 5, "category_id": 1, "bbox": [1, 2, 3, 4]}""", "annotations[0]: 'image_id' is 5, but there is no image with that id")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 7, "bbox": [1, 2, 3, 4]}""", "annotations[0]: the class 'category_id 7' is none of coco's")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "area": -5}""", "annotations[0].area: is -5; expected at least 0")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 2}""", "annotations[0].iscrowd: is 2; expected 0 or 1")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 2}""", "annotations[0].score: is 2; expected 0 to 1")]
    [InlineData("""7, [], {"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4]}""", "annotations[1]: is []; expected an object")]
    [InlineData("""{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4]}, {"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4]}""", "annotations[1]: 'id' is 1, which another annotation has, too")]
    public void WhatIsWrongIsNamedWithItsRecord(string annotations, string expected) =>
        Assert.Contains(expected, Refusal(File(annotations)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"image_id": 4, "category_id": 1, "bbox": [1, 2, 3, 4], "score": 1}]""", "is a list; expected an object with 'images', 'annotations', 'categories'")]
    [InlineData("7", "is a single value")]
    [InlineData("""{"images": [], "categories": []}""", "has no list 'annotations'")]
    [InlineData("""{"images": [], "annotations": {}, "categories": []}""", "has a 'annotations' that is no list")]
    [InlineData("""{"images": [], "images": [], "annotations": [], "categories": []}""", "has two lists 'images'")]
    [InlineData("""{"images": [], "annotations": [], "categories": []}""", "names no class")]
    [InlineData("{\"images\": [],\n \"annotations\": [{\"id\": 1,\n", "is not JSON, at line 3")]
    [InlineData("{\"images\": [], \"annotations\": [], \"categories\": []} x", "is not JSON, at line 1, byte 53")]
    [InlineData("", "is not JSON")]
    public void AFileOfAnotherKindIsRefused(string content, string expected) => Assert.Contains(expected, Refusal(content), StringComparison.Ordinal);

    [Fact]
    public void RecordsThatLieAcrossTheBuffersEndAreReadOnceAndWhole()
    {
        const int Count = 4000;
        var text = new StringBuilder($$"""{"categories": {{Categories}}, "images": {{Images}}, "annotations": [""");
        for (var index = 0; index < Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{{(index == 0 ? "" : ", ")}}{"segmentation": [[{{new string('1', index % 97)}}2]], "id": {{index + 1}}, "image_id": 4, "category_id": 1, "bbox": [{{index % 10}}, 2, 3, {{(index % 400 == 7 ? "4.0" : "4")}}], "iscrowd": {{(index % 5 == 0 ? "true" : "0")}}}""");
        }

        var labels = Assert.Single(Read(text.Append("]}").ToString()).Annotations.Images).Annotations;

        Assert.Equal(Count, labels.Count);
        Assert.Equal(Enumerable.Range(0, Count).Select(index => ((double)(index % 10), index % 5 == 0)), labels.Select(label => (label.Box.X1, label.IsCrowd)));
    }

    [Fact]
    public void ImagesAreFoundInAFolderThatWasListedAndInOneThatWasNot()
    {
        const int Count = 40;
        using var tree = new DatasetTree();
        var images = Enumerable.Range(0, Count).Select(index => FormattableString.Invariant($"{index}.png")).ToList();
        images.ForEach(name => tree.WriteImage("images/" + name));
        System.IO.File.Delete(tree["images/39.png"]);
        tree.Write("annotations/train.json", $$"""{"images": [{{string.Join(", ", images.Select((name, index) => $$"""{"id": {{index}}, "file_name": "{{name}}", "width": 8, "height": 4}"""))}}], "annotations": [], "categories": {{Categories}}}""");

        var read = tree.Read(CocoFormat.Format, new ReadOptions { MissingImages = MissingImagePolicy.Skip });

        Assert.Equal(Count - 1, read.Images.Count);
        Assert.Equal(1, read.Report.Counts["images skipped: pixels missing"]);
        Assert.All(read.Images, image => Assert.True(image.Source!.Exists));
    }

    private static string File(string annotations) => $$"""{"images": {{Images}}, "annotations": [{{annotations}}], "categories": {{Categories}}}""";

    private static ImportedDataset Read(string content)
    {
        using var tree = new DatasetTree().Write("annotations/train.json", content);
        return tree.Read(CocoFormat.Format, LabelsOnly);
    }

    private static string Refusal(string content)
    {
        using var tree = new DatasetTree().Write("annotations/train.json", content);
        return tree.Refusal(CocoFormat.Format, LabelsOnly);
    }
}
