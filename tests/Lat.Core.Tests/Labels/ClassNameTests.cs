namespace Lat.Core.Tests;

public sealed class ClassNameTests
{
    [Theory]
    [InlineData("car")]
    [InlineData("traffic light")]
    [InlineData("vehicle.bus.rigid")]
    [InlineData("Straßenbahn")]
    [InlineData("自行车")]
    [InlineData("n/a")]
    public void ANameIsAsTheDatasetSpellsIt(string name) => Assert.Equal(name, new ClassName(name).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" car")]
    [InlineData("car ")]
    [InlineData("\u00a0car")]
    [InlineData("ca\nr")]
    [InlineData("ca\0r")]
    public void AnUnclearNameIsRefused(string name)
    {
        Assert.False(ClassName.IsValid(name));
        Assert.EndsWith(ClassName.ValidValues, Assert.Throws<ArgumentException>(() => new ClassName(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameHasAtMostAHundredCharacters()
    {
        Assert.True(ClassName.IsValid(new string('x', 100)));
        Assert.False(ClassName.IsValid(new string('x', 101)));
        Assert.False(ClassName.IsValid(null));
    }

    [Fact]
    public void TheEmptyStructIsNoName() => Assert.Throws<InvalidOperationException>(() => default(ClassName).Value);

    [Fact]
    public void NamesAreOrderedByTheirCharacterCodes()
    {
        Assert.True(new ClassName("Z") < new ClassName("a"));
        Assert.True(new ClassName("bus") > new ClassName("Bus"));
        Assert.True(new ClassName("bus") <= new ClassName("bus") && new ClassName("bus") >= new ClassName("bus"));
    }
}
