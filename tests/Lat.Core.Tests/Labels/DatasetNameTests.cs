namespace Lat.Core.Tests;

public sealed class DatasetNameTests
{
    [Theory]
    [InlineData("mid")]
    [InlineData("a")]
    [InlineData("coco-2017")]
    [InlineData("a234567890123456789012345678901234567890")]
    public void ANameIsSafeInAFileName(string name) => Assert.Equal(name, new DatasetName(name).Value);

    [Theory]
    [InlineData("")]
    [InlineData("Mid")]
    [InlineData("2017-coco")]
    [InlineData("-mid")]
    [InlineData("mid/val")]
    [InlineData("mid.val")]
    [InlineData("mid_val")]
    [InlineData("mid val")]
    [InlineData("größe")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void AnyOtherNameIsRefused(string name)
    {
        Assert.False(DatasetName.IsValid(name));
        Assert.EndsWith(DatasetName.ValidValues, Assert.Throws<ArgumentException>(() => new DatasetName(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheEmptyStructIsNoName() => Assert.Throws<InvalidOperationException>(() => default(DatasetName).ToString());

    [Fact]
    public void NamesAreOrderedByTheirCharacterCodes() =>
        Assert.Equal(["a-b", "a2", "ab"], new[] { "ab", "a2", "a-b" }.Select(name => new DatasetName(name)).Order().Select(name => name.Value));
}
