namespace Lat.Imaging.Tests;

public sealed class BitmapFontTests
{
    [Fact]
    public void LettersLookLikeLetters() => Assert.Equal(
        [
            "#...#...#..",
            "#...#......",
            "#...#..##..",
            "#####...#..",
            "#...#...#..",
            "#...#...#..",
            "#...#..###.",
        ],
        Rows("Hi"));

    [Fact]
    public void NoTwoLettersLookTheSame()
    {
        var letters = Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => string.Join('\n', Rows(((char)letter).ToString()))).ToList();

        Assert.Equal(95, letters.Count);
        Assert.Equal(95, letters.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void WhatIsNotAsciiShowsAsAQuestionMark() => Assert.Equal(Rows("?"), Rows("ß"));

    [Fact]
    public void TheWidthHasNoGapBehindTheLastLetter()
    {
        Assert.Equal(0, BitmapFont.WidthOf(""));
        Assert.Equal(5, BitmapFont.WidthOf("a"));
        Assert.Equal(17, BitmapFont.WidthOf("car"));
    }

    private static string[] Rows(string text)
    {
        var image = Some.Plain(BitmapFont.WidthOf(text), BitmapFont.GlyphHeight, 0, 0, 0);
        BitmapFont.Draw(image, text, 0, 0, new RgbColor(255, 255, 255));
        return [.. Enumerable.Range(0, image.Height).Select(y =>
            string.Concat(Enumerable.Range(0, image.Width).Select(x => image.At(x, y) == (0, 0, 0) ? '.' : '#')))];
    }
}
