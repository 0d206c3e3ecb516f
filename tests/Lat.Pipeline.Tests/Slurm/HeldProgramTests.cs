namespace Lat.Pipeline.Tests;

public sealed class HeldProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OnlyAProgramThatTheBuildPutThereIsMarked(bool isComplete)
    {
        Directory.CreateDirectory(_folder["run/ab/Lat.Cli/release"]);
        if (isComplete)
        {
            File.WriteAllText(_folder["run/ab/complete"], "dotnet");
        }

        HeldProgram.Hold(_folder["run/ab/Lat.Cli/release/lat.dll"]);

        Assert.Equal(isComplete, File.Exists(_folder["run/ab/held-by-jobs"]));
        Assert.Equal(isComplete ? 1 : 0, Directory.GetFiles(_folder.Path, "held-by-jobs", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void TheBuildScriptKnowsTheMark() =>
        Assert.Contains(HeldProgram.Mark, File.ReadAllText(Path.Combine(Repository.Root, "eng", "bootstrap.sh")), StringComparison.Ordinal);
}
