namespace Lat.Core.Tests;

public sealed class EquatableArrayTests
{
    private sealed record Holder(EquatableArray<string> Items);

    [Fact]
    public void EqualItemsInTheSameOrderAreEqualAndHashAlike()
    {
        EquatableArray<string> first = ["a", "b"];
        var second = new List<string> { "a", "b" }.ToEquatableArray();
        Assert.True(first == second && first.Equals((object)second));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(new Holder(first), new Holder(second));
    }

    [Fact]
    public void AnotherOrderAnotherLengthOrAnotherItemIsNotEqual()
    {
        EquatableArray<int> items = [1, 2];
        Assert.True(items != [2, 1] && items != [1] && items != [1, 2, 3] && items != [1, 3]);
        Assert.False(items.Equals(new[] { 1, 2 }));
    }

    [Fact]
    public void TheEmptyStructIsTheEmptyList()
    {
        EquatableArray<int> made = [];
        Assert.Equal<object>(default(EquatableArray<int>), made);
        Assert.Equal(EquatableArray<int>.Empty.GetHashCode(), made.GetHashCode());
        Assert.Empty(default(EquatableArray<int>));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(EquatableArray<int>)[0]);
    }

    [Fact]
    public void ALaterChangeOfTheArrayThatItWasMadeFromIsNotSeen()
    {
        int[] source = [1, 2];
        var items = source.ToEquatableArray();
        source[0] = 5;
        Assert.Equal([1, 2], items);
    }

    [Fact]
    public void NumbersThatAreNotComparableByOperatorAreEqualByContent() => Assert.Equal<EquatableArray<double>>([double.NaN], [double.NaN]);

    [Fact]
    public void AListIsShownWithItsItems() => Assert.Equal("[1, 2]", EquatableArray.Create<int>([1, 2]).ToString());
}
