namespace Lat.Transfer.Tests;

public sealed class ConcatenatedLabelSpaceTests
{
    [Fact]
    public void SpacesLieOneAfterTheOtherAndKeepClassesOfOneNameApart()
    {
        var spaces = new ConcatenatedLabelSpace(
        [
            KeyValuePair.Create(new DatasetName("a"), new LabelSpace("car", "bus")),
            KeyValuePair.Create(new DatasetName("b"), new LabelSpace("car")),
            KeyValuePair.Create(new DatasetName("c"), new LabelSpace("bus", "tram")),
        ]);
        Assert.Equal((3, 5), (spaces.DatasetCount, spaces.ClassCount));
        Assert.Equal([0, 2, 3], Enumerable.Range(0, 3).Select(spaces.Offset));
        Assert.Equal(2, spaces.IndexOf(new DatasetName("c")));
        Assert.Equal(new LabelSpace("bus", "tram"), spaces[2]);
    }

    [Fact]
    public void AnUnknownDatasetIsRefusedWithThoseThereAre() => Assert.Equal(
        "No dataset 'fine' among coarse, mid.",
        Assert.Throws<KeyNotFoundException>(() => Some.Spaces.IndexOf(new DatasetName("fine"))).Message);
}
