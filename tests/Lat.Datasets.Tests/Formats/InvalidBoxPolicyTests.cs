using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class InvalidBoxPolicyTests
{
    private static readonly ImageSize Size = new(100, 50);

    private static readonly RawBox Sound = new(1, 2, 3, 4);
    private static readonly RawBox Outside = new(-5, 10, 20, 60);
    private static readonly RawBox Beyond = new(200, 10, 210, 20);
    private static readonly RawBox Flat = new(5, 5, 5, 9);
    private static readonly RawBox Inverted = new(9, 5, 5, 9);
    private static readonly RawBox NotFinite = new(0, double.NaN, 5, double.PositiveInfinity);

    [Fact]
    public void ClippingKeepsWhatIsInTheImageAndCountsTheRest()
    {
        var dataset = Read(InvalidBoxPolicy.Clip, Sound, Outside, Beyond, Flat);

        Assert.Equal([new Box(1, 2, 3, 4), new Box(0, 10, 20, 50)], dataset.Annotations.Images[0].Annotations.Select(label => label.Box));
        Assert.Equal(1, dataset.Report.Counts["boxes clipped to the image"]);
        Assert.Equal(2, dataset.Report.Counts["boxes dropped: no area in the image"]);
    }

    [Fact]
    public void ClippingRefusesWhatIsNoBox()
    {
        var message = Assert.Throws<LatException>(() => Read(InvalidBoxPolicy.Clip, Inverted, NotFinite)).Message;

        Assert.Contains("has its maximum before its minimum", message, StringComparison.Ordinal);
        Assert.Contains("is not finite", message, StringComparison.Ordinal);
        Assert.Contains("invalid boxes `drop`", message, StringComparison.Ordinal);
    }

    [Fact]
    public void DroppingDropsWhateverIsWrong()
    {
        var dataset = Read(InvalidBoxPolicy.Drop, Outside, Beyond, Flat, Inverted, NotFinite, Sound);

        Assert.Equal([new Box(1, 2, 3, 4)], dataset.Annotations.Images[0].Annotations.Select(label => label.Box));
        Assert.Equal(5, dataset.Report.Counts["boxes dropped: invalid"]);
    }

    [Fact]
    public void RefusingNamesEveryOne()
    {
        var message = Assert.Throws<LatException>(() => Read(InvalidBoxPolicy.Refuse, Outside, Beyond, Flat, Inverted, NotFinite, Sound)).Message;

        Assert.Contains("5 fault(s)", message, StringComparison.Ordinal);
    }

    private static ImportedDataset Read(InvalidBoxPolicy policy, params RawBox[] boxes)
    {
        var faults = new ReadFaults("test", "root");
        var builder = new ImportBuilder(new LabelSpace("a"), new ReadOptions { InvalidBoxes = policy, MissingImages = MissingImagePolicy.LabelsOnly }, faults);
        var image = builder.AddImage(new RecordPlace("f"), "a.png", Size, null)!;
        for (var index = 0; index < boxes.Length; index++)
        {
            builder.AddBox(image, new RecordPlace("f", "boxes", index), boxes[index], 0);
        }

        return builder.Build("root");
    }
}
