using System.Text.Json;

namespace Lat.Cli.Tests;

public sealed class InspectCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AContactSheetIsWrittenAsPngAndIsTheSameEveryTime()
    {
        foreach (var name in new[] { "a.png", "b.png" })
        {
            var (exitCode, output, errors) = LatCommand.Run("inspect", "streets", "coarse:3", "--columns", "2", "--contact-sheet", _folder[name]);
            Assert.Equal((0, ""), (exitCode, errors));
            Assert.EndsWith($"Written: {_folder[name]}", output.TrimEnd(), StringComparison.Ordinal);
        }

        var sheet = File.ReadAllBytes(_folder["a.png"]);
        Assert.Equal("\u0089PNG"u8[2..].ToArray(), sheet[1..4]);
        Assert.Equal(sheet, File.ReadAllBytes(_folder["b.png"]));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void TheTextNamesClassesConventionAndSizes()
    {
        var (exitCode, output, _) = LatCommand.Run("inspect", "streets", "mid:4");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("Streets: 4 images", output, StringComparison.Ordinal);
        Assert.All(new[] { "box maximum in the files: exclusive; extent: rendered", "bicycle", "image sizes: 256x192 (4)" }, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void TheJsonHoldsTheSameNumbers()
    {
        var (exitCode, _, _) = LatCommand.Run("inspect", "streets", "mid:4", "--json", _folder["a.json"]);

        Assert.Equal(0, exitCode);
        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder["a.json"]));
        var root = json.RootElement;
        Assert.Equal(4, root.GetProperty("images").GetInt32());
        Assert.Equal(root.GetProperty("boxes").GetInt32(), root.GetProperty("classes").EnumerateArray().Sum(one => one.GetProperty("boxes").GetInt32()));
        Assert.Equal("exclusive", root.GetProperty("convention").GetProperty("maximum").GetString());
        Assert.Equal(4, root.GetProperty("imageSizes").GetProperty("256x192").GetInt32());
    }

    [Theory]
    [InlineData("streets", "mid:0", "names no Streets dataset")]
    [InlineData("streets", "huge", "names no Streets dataset")]
    [InlineData("cityscape", ".", "Did you mean 'cityscapes'?")]
    [InlineData("coco", "nowhere", "there is no such folder")]
    [InlineData("waymo", "nowhere.tfrecord", "there is no such folder")]
    public void WhatCannotBeReadIsRefusedWithoutAFile(string format, string input, string expected)
    {
        var (exitCode, _, errors) = LatCommand.Run("inspect", format, input == "nowhere" ? _folder[input] : input, "--contact-sheet", _folder["a.png"], "--json", _folder["a.json"]);

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("--missing-images", "labels-only", 0, "")]
    [InlineData("--missing-images", "skip", 0, "")]
    [InlineData("--missing-images", "labelsonly", 1, "--missing-images is 'labelsonly'; expected refuse or skip or labels-only.")]
    [InlineData("--invalid-boxes", "7", 1, "--invalid-boxes is '7'; expected clip or drop or refuse.")]
    public void AChoiceIsSpelledAsInAnExperimentsFile(string option, string word, int expected, string error)
    {
        var (exitCode, _, errors) = LatCommand.Run("inspect", "streets", "mid:2", option, word);

        Assert.Equal(expected, exitCode);
        Assert.Contains(error, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AnImpossibleCountIsRefusedWithoutAFile()
    {
        var (exitCode, _, errors) = LatCommand.Run("inspect", "streets", "mid:2", "--count", "0", "--contact-sheet", _folder["a.png"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("--count is 0; expected at least 1", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
