using Nuke.Common.IO;

namespace Standins.Nuke.Tests;

public sealed class AbsolutePathTests
{
    private static readonly AbsolutePath Root = "/a/b";

    [Fact]
    public void PathsAreJoinedAndNormalised()
    {
        Assert.Equal("/a/b/c", Root / "c");
        Assert.Equal("/a/c", Root / ".." / "c");
        Assert.Equal("/a/b", Root / "./");
        Assert.Equal("/a/b.txt", Root + ".txt");
    }

    [Fact]
    public void PartsHaveNames()
    {
        var file = Root / "archive.tar.gz";
        Assert.Equal("archive.tar.gz", file.Name);
        Assert.Equal("archive.tar", file.NameWithoutExtension);
        Assert.Equal(".gz", file.Extension);
        Assert.Equal(Root, file.Parent);
        Assert.Null(AbsolutePath.Create("/").Parent);
    }

    [Fact]
    public void ARelativePathIsNoAbsolutePath() => Assert.Throws<ArgumentException>(() => (AbsolutePath)"a/b");

    [Fact]
    public void TheSecondPathIsRelative() => Assert.Throws<ArgumentException>(() => Root / "/etc");

    [Fact]
    public void EqualityIsThatOfTheText()
    {
        Assert.True(Root / "c" == (AbsolutePath)"/a/b/c");
        Assert.True(Root != (AbsolutePath)"/A/b");
        Assert.Equal((Root / "c").GetHashCode(), ((AbsolutePath)"/a/b/x/../c").GetHashCode());
    }

    [Fact]
    public void QuotesAreAFormat()
    {
        AbsolutePath spaced = "/a b";
        Assert.Equal("\"/a/b\"", $"{Root:d}");
        Assert.Equal("/a/b", $"{Root:dn}");
        Assert.Equal("\"/a b\"", $"{spaced:dn}");
        Assert.Equal("/a b", $"{spaced:nq}");
    }

    [Fact]
    public void FilesAreFoundByPattern()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "b.cs", "a.cs", "sub/c.cs", "sub/deep/d.cs", "sub/e.txt" })
        {
            (folder.Path / file).WriteAllText(string.Empty);
        }

        IEnumerable<string> Glob(params string[] patterns) => folder.Path.GlobFiles(patterns).Select(file => Path.GetRelativePath(folder.Path, file));
        Assert.Equal(["a.cs", "b.cs"], Glob("*.cs"));
        Assert.Equal(["a.cs", "b.cs", "sub/c.cs", "sub/deep/d.cs"], Glob("**/*.cs"));
        Assert.Equal(["sub/c.cs", "sub/e.txt"], Glob("*/?.cs", "sub/*.txt"));
        Assert.Empty((folder.Path / "missing").GlobFiles("*"));
    }

    [Fact]
    public void AFolderIsDeletedWithItsReadOnlyFiles()
    {
        using var folder = new TemporaryFolder();
        var file = (folder.Path / "sub" / "file").WriteAllText("x");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        (folder.Path / "sub").DeleteDirectory();
        Assert.False((folder.Path / "sub").DirectoryExists());
        (folder.Path / "sub").DeleteDirectory();
    }

    [Fact]
    public void AFolderIsMadeOrEmptied()
    {
        using var folder = new TemporaryFolder();
        var file = (folder.Path / "sub" / "file").WriteAllText("x");
        Assert.True((folder.Path / "sub").CreateOrCleanDirectory().DirectoryExists());
        Assert.False(file.FileExists());
    }
}
