using System.Text;

namespace Lat.Experiments.Tests;

public sealed class DocumentLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileBeyondOneMebibyteIsRefused()
    {
        _folder.Write("fits.yaml", Some.Minimal + "#" + new string('x', (1 << 20) - Some.Minimal.Length - 1));
        _folder.Write("large.yaml", Some.Minimal + "#" + new string('x', (1 << 20) - Some.Minimal.Length));
        Assert.Equal("mid", _folder.Bound("fits.yaml").Name.Value);
        Assert.Equal(
            "Experiment is not valid: large.yaml\n  the file is larger than 1048576 bytes; an experiment is not\n1 fault. Nothing was run.",
            _folder.Refusal("large.yaml"));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void NestingHasAnEnd(char opening, char closing)
    {
        var yaml = Some.Minimal + "note: " + new string(opening, 5000) + new string(closing, 5000);
        Assert.Contains("nested more than 64 levels deep", Some.Refusal(yaml), StringComparison.Ordinal);
    }

    [Fact]
    public void AliasesCannotMakeALargeTree()
    {
        var yaml = new StringBuilder(Some.Minimal).Append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var index = 1; index < 12; index++)
        {
            yaml.Append($"a{index}: &a{index} [").AppendJoin(", ", Enumerable.Repeat($"*a{index - 1}", 10)).Append("]\n");
        }

        Assert.Equal(
            Some.Message("line 8, column 45  more than 100000 values, counting again what aliases repeat"), Some.Refusal(yaml.ToString()));
    }

    [Fact]
    public void AliasesCannotMakeADeepTree()
    {
        var yaml = new StringBuilder(Some.Minimal).Append("a0: &a0 [x]\n");
        for (var index = 1; index < 100; index++)
        {
            yaml.Append($"a{index}: &a{index} [*a{index - 1}]\n");
        }

        Assert.Contains("nested more than 64 levels deep", Some.Refusal(yaml.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void TheFilesOfAChainAreCountedTogether()
    {
        _folder.Write("base.yaml", Some.Minimal + $"a: [{string.Join(",", Enumerable.Repeat('x', 60000))}]\n");
        _folder.Write("child.yaml", $"extends: base\nb: [{string.Join(",", Enumerable.Repeat('x', 60000))}]\n");
        Assert.Contains("with what it extends, the experiment has 120006 values in 3 levels; at most 100000 in 64 fit", _folder.Refusal("child.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotTextIsRefused()
    {
        File.WriteAllBytes(_folder["image.yaml"], [0x76, 0xff, 0xd8]);
        Assert.Equal(
            "Experiment is not valid: image.yaml\n  the file is not UTF-8 text: byte 1 is 0xff\n1 fault. Nothing was run.", _folder.Refusal("image.yaml"));
    }

    [Fact]
    public void AByteOrderMarkAndWindowsLineEndsAreRead()
    {
        File.WriteAllText(_folder["windows.yaml"], Some.Minimal.ReplaceLineEndings("\r\n") + "seed: x\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(
            "Experiment is not valid: windows.yaml\n  line 4, column 7  'seed' is 'x'; expected a whole number\n1 fault. Nothing was run.",
            _folder.Refusal("windows.yaml"));
    }

    [Theory]
    [InlineData("mising.yaml", "there is no such file; did you mean 'missing.yaml'?")]
    [InlineData("gone/a.yaml", "there is no such file, and no folder 'gone'")]
    [InlineData("", "this is a folder; name a YAML file")]
    public void AMissingFileIsAFaultThatNamesItsNeighbours(string name, string fault)
    {
        _folder.Write("missing.yaml", Some.Minimal);
        Assert.Contains($"\n  {fault}\n1 fault.", _folder.Refusal(name), StringComparison.Ordinal);
    }
}
