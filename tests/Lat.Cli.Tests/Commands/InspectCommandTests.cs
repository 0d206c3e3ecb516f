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
            var (exitCode, output, errors) = LatCommand.Run("inspect", "--count", "3", "--columns", "2", "--space", "coarse", "--output", _folder[name]);
            Assert.Equal((0, "", $"Written: {_folder[name]}"), (exitCode, errors, output.TrimEnd()));
        }

        var sheet = File.ReadAllBytes(_folder["a.png"]);
        Assert.Equal("\u0089PNG"u8[2..].ToArray(), sheet[1..4]);
        Assert.Equal(sheet, File.ReadAllBytes(_folder["b.png"]));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void AnImpossibleCountIsRefusedWithoutAFile()
    {
        var (exitCode, _, errors) = LatCommand.Run("inspect", "--count", "0", "--output", _folder["a.png"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Images is 0, out of its range", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
