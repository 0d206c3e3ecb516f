namespace Lat.Artifacts.Tests;

public sealed class FileDifferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EqualFilesDifferNowhere() => Assert.Equal(new FileDifference(null, 0), Between(new byte[(1 << 20) + 7], new byte[(1 << 20) + 7]));

    [Fact]
    public void EmptyFilesAreEqual() => Assert.Equal(new FileDifference(null, 0), Between([], []));

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((2 << 20) + 99)]
    public void TheFirstByteThatDiffersIsFoundOnBothSidesOfEveryBorder(int place)
    {
        var (left, right) = (new byte[(2 << 20) + 100], new byte[(2 << 20) + 100]);
        right[place] = 1;
        Assert.Equal(new FileDifference(place, 1), Between(left, right));
    }

    [Fact]
    public void EveryByteThatDiffersIsCounted() => Assert.Equal(new FileDifference(1, 3), Between([1, 2, 3, 4, 5], [1, 9, 9, 4, 9]));

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData((1 << 20) + 2, 1 << 20)]
    public void WhatOnlyTheLongerFileHasCounts(int left, int right) =>
        Assert.Equal(new FileDifference(Math.Min(left, right), 2), Between(new byte[left], new byte[right]));

    private FileDifference Between(byte[] left, byte[] right)
    {
        var (first, second) = (Path.Combine(_folder.Path, "left"), Path.Combine(_folder.Path, "right"));
        File.WriteAllBytes(first, left);
        File.WriteAllBytes(second, right);
        return FileDifference.Of(first, second);
    }
}
