namespace Lat.Core.Tests;

public sealed class NamedMapTests
{
    [Fact]
    public void NamesComeInOrdinalOrderWhateverOrderTheyWereGivenIn()
    {
        var map = NamedMap.Create(("b", 1), ("a", 2), ("B", 3), ("a-b", 4));
        Assert.Equal(["B", "a", "a-b", "b"], map.Keys);
        Assert.Equal([3, 2, 4, 1], map.Values);
        Assert.Equal("{B: 3, a: 2, a-b: 4, b: 1}", map.ToString());
    }

    [Fact]
    public void EqualContentIsEqualAndHashesAlike()
    {
        var first = NamedMap.Create(("a", 1), ("b", 2));
        var second = NamedMap.Create(("b", 2), ("a", 1));
        Assert.Equal<object>(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void AnotherNameOrAnotherValueIsNotEqual()
    {
        var map = NamedMap.Create(("a", 1));
        Assert.False(map.Equals(NamedMap.Create(("b", 1))));
        Assert.False(map.Equals(NamedMap.Create(("a", 2))));
        Assert.False(map.Equals(NamedMap<int>.Empty));
    }

    [Fact]
    public void ANameGivenTwiceIsRefused() =>
        Assert.Equal("The name 'a' is given twice.", Assert.Throws<ArgumentException>(() => NamedMap.Create(("a", 1), ("a", 1))).Message);

    [Fact]
    public void AnUnknownNameIsRefusedWithTheNamesThereAre()
    {
        var map = NamedMap.Create(("fine", 1), ("coarse", 2));
        Assert.False(map.TryGetValue("mid", out _));
        Assert.Equal("Nothing is named 'mid'; there are: coarse, fine.", Assert.Throws<KeyNotFoundException>(() => map["mid"]).Message);
    }
}
