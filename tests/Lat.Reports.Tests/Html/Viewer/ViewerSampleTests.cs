namespace Lat.Reports.Tests;

public sealed class ViewerSampleTests
{
    private static readonly LabelSpace Space = new("car");
    private static readonly ImageSize Size = new(100, 100);

    /// <summary>Twelve images; the labels of the ninth are all wrong.</summary>
    private static ViewerSource Source(bool hasTruth) => new(
        new DatasetName("fine"), Some.Mid, Set(0), [KeyValuePair.Create("pseudo-label", Set(0)), KeyValuePair.Create("lat", Set(60))], hasTruth ? Set(0) : null, 0.5);

    private static AnnotationSet Set(double shiftOfTheNinth) => new(Space, Enumerable.Range(0, 12).Select(index =>
    {
        var x = index == 8 ? shiftOfTheNinth : 0;
        return new AnnotatedImage($"{index}.png", Size, [new Annotation(new Box(x, 0, x + 30, 30), 0)]);
    }));

    [Fact]
    public void SomeImagesStandAtEvenDistancesAndTheMostDisputedFollow()
    {
        var items = ViewerSample.Take(Source(hasTruth: true), typical: 3, disputed: 1).Items;
        Assert.Equal(["0.png", "4.png", "8.png", "1.png"], items.Select(item => item.FileName));
        Assert.Equal(["0.png", "6.png", "8.png"], ViewerSample.Take(Source(hasTruth: true), typical: 2, disputed: 1).Items.Select(item => item.FileName));
        Assert.Equal(2, items[2].Disagreements);
    }

    [Fact]
    public void WithoutTheTruthMethodsAreComparedWithEachOther()
    {
        var disputed = ViewerSample.Take(Source(hasTruth: false), typical: 0, disputed: 1).Items[0];
        Assert.Equal(["fine", "pseudo-label", "lat"], disputed.Panels.Select(panel => panel.Name));
        Assert.Equal(("8.png", BoxAgreement.Unmatched), (disputed.FileName, disputed.Panels[1].Boxes[0].Agreement));
    }

    [Fact]
    public void FewImagesAreAllTaken() => Assert.Equal(12, ViewerSample.Take(Source(hasTruth: true), typical: 40, disputed: 4).Items.Count);
}
