namespace Lat.Artifacts.Tests;

public sealed class FolderHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderIsItsFilesByPathAndContent()
    {
        _folder.File("one/a.png", "1");
        _folder.File("one/sub/b.png", "2");
        _folder.File("two/sub/b.png", "2");
        _folder.File("two/a.png", "1");
        var before = Hash("one");

        Assert.Equal(before, Hash("two"));

        _folder.File("two/a.png", "changed");
        Assert.NotEqual(before, Hash("two"));

        File.Move(Path.Combine(_folder.Path, "one/a.png"), Path.Combine(_folder.Path, "one/c.png"));
        Assert.NotEqual(before, Hash("one"));
    }

    private Core.ContentHash Hash(string name) => FolderHash.Of(Path.Combine(_folder.Path, name));
}
