namespace Lat.Reports.Tests;

public sealed class ImportFactsFileTests : IDisposable
{
    private const string Card = """
        {
          "format": "coco", "title": "COCO JSON", "licence": "each dataset's own",
          "convention": { "maximum": "exclusive", "extent": "unstated", "boxRules": "none", "crowdRule": "`iscrowd`: 1", "ignoreRule": "" },
          "images": 2, "imagesWithoutBoxes": 1, "sequences": 0, "boxes": 3, "crowdShare": 0.5,
          "classes": [{ "name": "car", "boxes": 3, "crowds": 1, "ignored": 0 }],
          "imageSizes": { "256x192": 2 }, "boxSides": [{ "below": 2, "boxes": 3 }],
          "identicalImages": { "groups": 1, "images": 2, "named": [["a.png", "b.png"]] },
          "similarImages": { "groups": 0, "images": 0, "named": [] },
          "brokenImages": { "count": 1, "named": ["'c.png' ends too early."] }, "counts": { "boxes clipped": 4 },
          "warnings": { "count": 0, "named": [] }
        }
        """;

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private ImportFacts Read(string text)
    {
        File.WriteAllText(_path, text);
        return ImportFactsFile.Read(_path);
    }

    [Fact]
    public void WhatThePageShowsIsReadAndTheRestIsSkipped()
    {
        var facts = Read(Card);
        Assert.Equal((2, 1, 3, 0.5), (facts.Images, facts.ImagesWithoutBoxes, facts.Boxes, facts.CrowdShare));
        Assert.Equal([new ImportedClass("car", 3, 1, 0)], facts.Classes);
        Assert.Equal([new BoxSideCount(2, 3)], facts.BoxSides);
        Assert.Equal(new RepeatedImages(1, 2, [["a.png", "b.png"]]), facts.IdenticalImages);
        Assert.Equal(new NamedFaults(1, ["'c.png' ends too early."]), facts.BrokenImages);
        Assert.Equal("`iscrowd`: 1", facts.Convention.CrowdRule);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(Card, "null")]
    [InlineData(Card, "[]")]
    [InlineData("\"boxes\": 3, \"crowdShare\"", "\"crowdShare\"")]
    [InlineData("\"images\": 2, \"imagesWithout", "\"images\": \"two\", \"imagesWithout")]
    [InlineData("\"each dataset's own\"", "null")]
    [InlineData("\"groups\": 1", "\"groups\": 99999999999")]
    [InlineData("[[\"a.png\", \"b.png\"]]", "[\"a.png\"]")]
    public void ADamagedCardIsNamedWithTheRemedy(string sound, string damaged)
    {
        var fault = Assert.Throws<LatException>(() => Read(sound.Length == 0 ? Card[..200] : Card.Replace(sound, damaged, StringComparison.Ordinal)));
        Assert.Contains(_path, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file and run its stage again.", fault.Message, StringComparison.Ordinal);
    }
}
