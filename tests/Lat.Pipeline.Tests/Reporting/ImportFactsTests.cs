using Lat.Core;
using Lat.Datasets;
using Lat.Reports;

namespace Lat.Pipeline.Tests;

/// <summary>The page reads what the import writes, though neither knows the other's types.</summary>
public sealed class ImportFactsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ACardAsTheImportWritesItIsReadBackForThePage()
    {
        ImportCardFile.Write(_path, Card(), "/data");
        var facts = ImportFactsFile.Read(_path);

        Assert.Equal(CocoFormat.Format.Documentation.Licence, facts.Licence);
        Assert.Equal(("exclusive", "unstated"), (facts.Convention.Maximum, facts.Convention.Extent));
        Assert.Equal((5, 1, 2, 4, 0.25), (facts.Images, facts.ImagesWithoutBoxes, facts.Sequences, facts.Boxes, facts.CrowdShare));
        Assert.Equal([new ImportedClass("car", 4, 1, 2)], facts.Classes);
        Assert.Equal([new BoxSideCount(2, 1), new BoxSideCount(4, 3)], facts.BoxSides);
        Assert.Equal(new RepeatedImages(1, 2, [["a.png", "b.png"]]), facts.IdenticalImages);
        Assert.Equal(new RepeatedImages(1, 3, [["a.png", "b.png", "c.png"]]), facts.SimilarImages);
        Assert.Equal(new NamedFaults(1, ["'d.png' ends too early."]), facts.BrokenImages);
        Assert.Equal(new NamedFaults(0, []), facts.Warnings);
    }

    private static ImportCard Card() => new()
    {
        Format = CocoFormat.Format,
        Summary = new DatasetSummary
        {
            Format = "coco", Images = 5, ImagesWithoutBoxes = 1, Boxes = 4, Sequences = 2, Classes = [new ClassCounts("car", 4, 1, 2)],
            ImageSizes = NamedMap.Create(("8x8", 5)), BoxSizes = NamedMap.Create(("small", 4)), Report = new FormatReport { Format = "coco" },
        },
        BoxSides = [(2, 1), (4, 3)],
        Duplicates = new DuplicateGroups([["a.png", "b.png"]], [["a.png", "b.png", "c.png"]]),
        Broken = ["'/data/d.png' ends too early."],
    };
}
