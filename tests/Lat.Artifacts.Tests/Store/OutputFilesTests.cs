using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class OutputFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FilesComeInOrdinalOrder()
    {
        _folder.File("b", "");
        _folder.File("a/c", "");

        Assert.Equal(["a/c", "b"], OutputFiles.Find(_folder.Path, ["b", "a/c"]).Select(file => file.Name));
    }

    [Fact]
    public void EveryFaultIsInOneMessage()
    {
        _folder.File("twice", "");

        var exception = Assert.Throws<LatException>(() =>
            OutputFiles.Find(_folder.Path, ["missing.bin", "twice", "twice", "../escape", "/etc/passwd", "a//b", ""]));

        Assert.Equal(
            $"The stage's outputs in {_folder.Path} cannot be stored: '' is not a path inside the folder; '../escape' is not a path inside the folder; " +
            "'/etc/passwd' is not a path inside the folder; 'a//b' is not a path inside the folder; 'missing.bin' was not made; 'twice' is named twice. " +
            "Nothing was published.",
            exception.Message);
    }

    [Fact]
    public void ALinkIsNoOutput()
    {
        var outside = Directory.CreateTempSubdirectory("lat-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret"), "");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "file"), Path.Combine(outside, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "folder"), outside);

        var exception = Assert.Throws<LatException>(() => OutputFiles.Find(_folder.Path, ["file", "folder/secret"]));

        Assert.Contains("'file' is a link or lies behind one; 'folder/secret' is a link or lies behind one", exception.Message, StringComparison.Ordinal);
        Directory.Delete(outside, recursive: true);
    }
}
