namespace Lat.Imaging.Tests;

public sealed class PaletteTests
{
    [Theory]
    [InlineData(8, 110)]
    [InlineData(20, 90)]
    [InlineData(Palette.Count, 50)]
    public void ColoursAreFarFromEachOther(int count, double leastDistance)
    {
        var colors = Enumerable.Range(0, count).Select(Palette.ColorOf).ToList();

        var closest = colors.SelectMany((a, i) => colors.Skip(i + 1).Select(b => Distance(a, b))).Min();

        Assert.True(closest >= leastDistance, $"{closest:0} is below {leastDistance}");
    }

    [Fact]
    public void ColoursRepeatWhenTheyRunOut() => Assert.Equal(Palette.ColorOf(3), Palette.ColorOf(3 + Palette.Count));

    [Fact]
    public void AClassKeepsItsColourForEver() => Assert.Equal(
        "#ff3333 #00ffff #0000ff #009900 #ffff99 #cc66ff #99ff00 #336699", string.Join(' ', Enumerable.Range(0, 8).Select(Palette.ColorOf)));

    [Fact]
    public void InkIsBlackOnBrightAndWhiteOnDark()
    {
        Assert.Equal(new RgbColor(0, 0, 0), new RgbColor(255, 255, 0).Ink);
        Assert.Equal(new RgbColor(255, 255, 255), new RgbColor(0, 0, 255).Ink);
    }

    private static double Distance(RgbColor a, RgbColor b) =>
        Math.Sqrt(Math.Pow(a.R - b.R, 2) + Math.Pow(a.G - b.G, 2) + Math.Pow(a.B - b.B, 2));
}
