namespace Lat.Evaluation.Tests;

public sealed class CocoEvaluationFilesTests : IDisposable
{
    private const string Truth = """
        {"images": [{"id": 1}, {"id": 2}], "categories": [{"id": 7, "name": "car"}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [0.1, 0.2, 0.3, 0.4]}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WidthsKeepTheirLastBit()
    {
        var input = Open(Truth).Read(Write("[{\"image_id\": 1, \"category_id\": 7, \"bbox\": [0.1, 0.2, 0.3, 0.4], \"score\": 1}]", "r.json"));
        Assert.NotEqual(0.3, 0.1 + 0.3 - 0.1);
        Assert.Equal(0.3, input.Objects[0].Width);
        Assert.Equal(0.3, input.Predictions[0].Width);
        Assert.Equal(0.3 * 0.4, input.Objects[0].Area);
    }

    [Fact]
    public void TextIdsAreOrderedAsTexts()
    {
        var files = Open("""
            {"images": [{"id": "9"}, {"id": "10"}], "categories": [{"id": "b", "name": "car"}, {"id": "a", "name": "bus"}],
             "annotations": [{"image_id": "9", "category_id": "b", "bbox": [0, 0, 1, 1]}]}
            """);
        var input = files.Read(Write("[]", "r.json"));
        Assert.Equal(new LabelSpace("bus", "car"), files.LabelSpace);
        Assert.Equal((1, 1), (input.Objects[0].Image, input.Objects[0].Class));
    }

    [Fact]
    public void AnIdOf0IsKnown()
    {
        Assert.False(Open(Truth).HasIdZero);
        Assert.True(Open(Truth.Replace("\"id\": 1, \"image_id\"", "\"id\": 0, \"image_id\"", StringComparison.Ordinal)).HasIdZero);
    }

    [Fact]
    public void EveryFaultOfAnAnnotationFileIsNamedAtOnce()
    {
        var path = Write("""
            {"images": [{"id": 1}, {"id": 1}, 5, {}], "categories": [{"id": 7, "name": ""}, {"id": 8, "name": "car"}, {"id": 9, "name": "car"}],
             "annotations": [
               {"id": 1, "image_id": 2, "category_id": 7, "bbox": [0, 0, 1, 1]},
               {"id": 1, "image_id": 1, "category_id": 6, "bbox": [0, 0, 1, 1]},
               {"image_id": 1, "category_id": 7, "bbox": [0, 0, -1, 1]},
               {"image_id": 1, "category_id": 7, "bbox": [0, 0, 1]},
               {"image_id": {}, "category_id": 7, "bbox": [0, 0, 1, 1, 1], "iscrowd": 2},
               {"image_id": 1, "category_id": 8, "bbox": [0, 0, 1, 1], "area": -4},
               {"image_id": 1}]}
            """, "truth.json");
        var fault = Assert.Throws<LatException>(() => CocoEvaluationFiles.Open(path));
        string[] expected =
        [
            "images[2]: is 5; expected an object",
            "images[3]: has no 'id'; expected a whole number or a text",
            "categories[0]: has no 'name'; expected a text",
            "annotations[2]: 'bbox' is -1 wide and 1 high; neither may be negative",
            "annotations[3]: 'bbox' is not four finite numbers, [x, y, width, height]",
            "annotations[4]: 'image_id' is an object; expected a whole number or a text",
            "annotations[4]: 'bbox' is not four finite numbers, [x, y, width, height]",
            "annotations[4]: 'iscrowd' is 2; expected 0 or 1",
            "annotations[6]: has no 'category_id'; expected a whole number or a text",
            "the file: has the id 1 twice in 'images'; each needs one of its own",
            "the file: has 2 categories named 'car'; each class has a name of its own",
            "annotations[0]: 'image_id' is 2, but there is no image with that id",
            "annotations[1]: 'id' is 1, which another annotation has, too",
            "annotations[1]: 'category_id' is 6, but there is no category with that id",
            "annotations[5]: 'area' is -4; it must not be negative",
        ];
        Assert.Equal([$"'{path}' is not a sound COCO file; {expected.Length} fault(s):", .. expected.Select(line => $"  {line}")], fault.Message.Split('\n'));
    }

    [Fact]
    public void NumbersAndTextsAsIdsHaveNoOrder()
    {
        var fault = Assert.Throws<LatException>(() => Open(Truth.Replace("{\"id\": 2}", "{\"id\": \"2\"}", StringComparison.Ordinal)));
        Assert.Contains("has numbers and texts as ids in 'images'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFaultOfAResultFileIsNamedAtOnce()
    {
        var results = Write("""
            [{"image_id": 77, "category_id": 7, "bbox": [0, 0, 1, 1], "score": 1}, {"image_id": 1, "category_id": 88, "bbox": [0, 0, 1, 1], "score": 1},
             {"image_id": 1, "category_id": 7, "bbox": [0, 0, 1, 1]}, {"image_id": 1, "category_id": 7, "bbox": [0, 0, 1, 1], "score": "high"}, null]
            """, "r.json");
        var fault = Assert.Throws<LatException>(() => Open(Truth).Read(results));
        Assert.Equal(
            [
                $"'{results}' is not a sound COCO file; 5 fault(s):",
                "  results[0]: 'image_id' is 77, which the annotation file lacks",
                "  results[1]: 'category_id' is 88, which the annotation file lacks",
                "  results[2]: has no 'score'; expected a finite number",
                "  results[3]: 'score' is the text 'high'; expected a finite number",
                "  results[4]: is null; expected an object",
            ],
            fault.Message.Split('\n'));
    }

    [Theory]
    [InlineData("{\"images\": [")]
    [InlineData("[{\"image_id\": 1,}]")]
    [InlineData("[] []")]
    [InlineData("[NaN]")]
    [InlineData("")]
    public void WhatIsNoJsonIsRefusedWithItsPlace(string text)
    {
        var fault = Assert.Throws<LatException>(() => Open(Truth).Read(Write(text, "r.json")));
        Assert.Contains("r.json' is no", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExchangedFilesAreTold()
    {
        Assert.Contains("an annotation file is no result file", Assert.Throws<LatException>(() => Open(Truth).Read(Write(Truth, "r.json"))).Message, StringComparison.Ordinal);
        Assert.Contains("a result file is no annotation file", Assert.Throws<LatException>(() => Open("[]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() =>
        Assert.Contains("none.json", Assert.Throws<LatException>(() => CocoEvaluationFiles.Open(Path.Join(_folder.FullName, "none.json"))).Message, StringComparison.Ordinal);

    [Fact]
    public void RecordsMayLieAcrossBlocks()
    {
        var filler = new string('x', 700_000);
        var results = string.Join(",", Enumerable.Range(0, 9000).Select(index => FormattableString.Invariant(
            $"{{\"image_id\": 1, \"category_id\": 7, \"bbox\": [{index}, 0.5, 1, 1], \"score\": 0.{index + 1}}}")));
        var input = Open(Truth).Read(Write($"[{{\"note\": \"{filler}\", \"image_id\": 2, \"category_id\": 7, \"bbox\": [0, 0, 1, 1], \"score\": 1}},{results}]", "r.json"));
        Assert.Equal(9001, input.Predictions.Length);
        Assert.Equal(8999, input.Predictions[^1].X);
    }

    private CocoEvaluationFiles Open(string truth) => CocoEvaluationFiles.Open(Write(truth, "truth.json"));

    private string Write(string text, string name)
    {
        var path = Path.Join(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
