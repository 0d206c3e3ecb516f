using Lat.Core;

namespace Lat.Artifacts.Tests;

public class ByteSizeTests
{
    [Theory]
    [InlineData("20GiB", 20L << 30)]
    [InlineData("1.5 kib", 1536)]
    [InlineData("2TB", 2_000_000_000_000)]
    [InlineData("4096", 4096)]
    [InlineData("7 B", 7)]
    public void WhatPeopleWriteIsRead(string text, long bytes) => Assert.Equal(new ByteSize(bytes), ByteSize.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("GiB")]
    [InlineData("-1GiB")]
    [InlineData("1,5GiB")]
    [InlineData("99999999TiB")]
    public void WhatIsNoSizeIsRefusedWithWhatIs(string text) =>
        Assert.Equal($"'{text}' is no size. {ByteSize.ValidValues}", Assert.Throws<LatException>(() => ByteSize.Parse(text)).Message);

    [Fact]
    public void ASizeIsWrittenInTheLargestUnitThatFits() => Assert.Equal("1.5 GiB, 1023 B", $"{new ByteSize(3L << 29)}, {new ByteSize(1023)}");
}
