using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class SynscapesReaderTests
{
    private const string Meta = """
        {"camera": {"intrinsic": {"resx": 1440, "resy": 720}}, "instance": {
           "bbox2d": {"2400004": {"xmin": 0.25, "xmax": 0.5, "ymin": 0.5, "ymax": 0.75, "zmin": 14.9},
                      "2600001": {"xmin": 0.0, "xmax": 1.0, "ymin": 0.0, "ymax": 1.0}, "2000001": {"xmin": 0, "xmax": 1, "ymin": 0, "ymax": 1}},
           "class": {"2400004": 24, "2600001": 26, "2000001": 20}, "occluded": {"2400004": 0.2, "2600001": 1.0}, "truncated": {}}}
        """;

    [Fact]
    public void FractionsBecomePixelsOfTheImage()
    {
        using var tree = new DatasetTree().Write("meta/1.json", Meta).WriteImage("img/rgb/1.png", 40, 20);

        var read = tree.Read(SynscapesFormat.Format);

        Assert.Equal(("1.png", new ImageSize(40, 20)), (read.Annotations.Images[0].FileName, read.Annotations.Images[0].Size));
        Assert.Equal(
            [new Annotation(new Box(10, 10, 20, 15), 0), new Annotation(new Box(0, 0, 40, 20), 2) { IsIgnored = true }],
            read.Annotations.Images[0].Annotations);
        Assert.Equal(1, read.Report.Counts["instances skipped: no evaluated object class"]);
    }

    [Fact]
    public void WithoutPixelsTheSizeIsThatOfTheVariant()
    {
        using var tree = new DatasetTree().Write("meta/1.json", Meta);
        var options = new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly };
        Assert.Equal(new ImageSize(1440, 720), tree.Read(SynscapesFormat.Format, options).Annotations.Images[0].Size);
        Assert.Equal(new ImageSize(2048, 1024), tree.Read(SynscapesFormat.Format, options with { Variant = "rgb-2k" }).Annotations.Images[0].Size);
    }

    [Theory]
    [InlineData("{}", "instance: is missing; expected an object")]
    [InlineData("{\"instance\": {\"bbox2d\": {\"1\": {}}}}", "instance.class: is missing")]
    [InlineData("{\"instance\": {\"class\": {}, \"bbox2d\": {\"1\": {}}}}", "instance.bbox2d.1: has a box, but no entry in 'class'")]
    [InlineData("{\"instance\": {\"class\": {\"1\": 26}, \"bbox2d\": {\"1\": {\"xmin\": 0}}}}", "ymin: is missing; expected a finite number")]
    [InlineData("{\"instance\": {\"class\": {\"1\": 99}, \"bbox2d\": {\"1\": {}}}}", "the class '99' is none of synscapes's")]
    [InlineData("{\"instance\": {\"class\": {\"1\": 26}, \"bbox2d\": {\"1\": 4}}}", "is 4; expected an object")]
    [InlineData("{\"instance\"", "is not JSON")]
    public void AFaultNamesItsRecord(string meta, string message)
    {
        using var tree = new DatasetTree().Write("meta/1.json", meta).WriteImage("img/rgb/1.png");
        Assert.Contains(message, tree.Refusal(SynscapesFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void ThereIsNoSplitToAskFor()
    {
        using var tree = new DatasetTree().Write("meta/1.json", Meta).WriteImage("img/rgb/1.png");
        Assert.Contains("Synscapes has no splits", tree.Refusal(SynscapesFormat.Format, new ReadOptions { Split = "train" }), StringComparison.Ordinal);
    }

    [Fact]
    public void ABrokenImageIsNamed()
    {
        using var tree = new DatasetTree().Write("meta/1.json", Meta).Write("img/rgb/1.png", "no png");
        Assert.Contains("is no PNG image that can be read", tree.Refusal(SynscapesFormat.Format), StringComparison.Ordinal);
    }
}
