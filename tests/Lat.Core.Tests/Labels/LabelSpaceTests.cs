namespace Lat.Core.Tests;

public sealed class LabelSpaceTests
{
    [Fact]
    public void TwoSpacesAreEqualWhereTheirClassesAreInOrder()
    {
        Assert.Equal(new LabelSpace("car", "bus"), new LabelSpace("car", "bus"));
        Assert.Equal(new LabelSpace("car", "bus").GetHashCode(), new LabelSpace("car", "bus").GetHashCode());
        Assert.NotEqual(new LabelSpace("car", "bus"), new LabelSpace("bus", "car"));
        Assert.NotEqual(new LabelSpace("car", "bus"), new LabelSpace("car"));
    }

    [Fact]
    public void AClassIsKnownByItsIndex()
    {
        var space = new LabelSpace("car", "bus");
        Assert.Equal((2, "bus", 1), (space.Count, space[1].Value, space.IndexOf("bus")));
        Assert.Null(space.IndexOf(new ClassName("tram")));
        Assert.Equal("car, bus", space.ToString());
    }

    [Fact]
    public void AnUnknownClassIsRefusedWithTheClassesThereAre() => Assert.Equal(
        "No class 'tram' in the label space; it has: car, bus.",
        Assert.Throws<KeyNotFoundException>(() => new LabelSpace("car", "bus").IndexOf("tram")).Message);

    [Fact]
    public void ASpaceWithoutAClassIsRefused() => Assert.Throws<ArgumentException>(() => new LabelSpace());

    [Fact]
    public void EveryClassThatIsNamedTwiceIsNamedInTheRefusal() => Assert.Equal(
        "A label space names each class once; named twice: car, bus.",
        Assert.Throws<ArgumentException>(() => new LabelSpace("car", "bus", "car", "bus", "van")).Message);
}
