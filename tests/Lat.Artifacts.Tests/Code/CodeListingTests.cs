namespace Lat.Artifacts.Tests;

public sealed class CodeListingTests
{
    private static readonly CodeListing _listing = CodeListing.Of([new("type B", "22"), new("method A()", "11"), new("method A()", "11")]);

    [Fact]
    public void TheOrderOfTheEntriesDoesNotCount()
    {
        Assert.Equal("11\tmethod A()\n22\ttype B\n", System.Text.Encoding.UTF8.GetString(_listing.Text.Span));
        Assert.Equal(_listing.Identity, CodeListing.Of([new("method A()", "11"), new("type B", "22")]).Identity);
    }

    [Fact]
    public void AListingIsReadAsItWasWritten()
    {
        var read = CodeListing.TryParse(_listing.Text.Span);
        Assert.Equal(_listing.Identity, read!.Identity);
        Assert.Equal(_listing.Entries, read.Entries);
    }

    [Theory]
    [InlineData("11\tb\n22\ta\n")]
    [InlineData("11\ta\n22\ta\n")]
    [InlineData("11\ta")]
    [InlineData("a\n")]
    [InlineData("1\t2\t3\n")]
    public void WhatIsNoListingIsNone(string text) => Assert.Null(CodeListing.TryParse(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void ANameHasOneValueAndOneLine()
    {
        Assert.Contains("'a' is 1 and 2", Assert.Throws<ArgumentException>(() => CodeListing.Of([new("a", "1"), new("a", "2")])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CodeListing.Of([new("a\nb", "1")]));
    }

    [Fact]
    public void EveryDifferenceIsNamed() => Assert.Equal(
        ["method A() changed", "method C() added", "package P 1 → 2", "type B removed"],
        CodeListing.Compare(
            CodeListing.Of([new("method A()", "1"), new("type B", "1"), new("package P", "1"), new("type E", "1")]),
            CodeListing.Of([new("method A()", "2"), new("method C()", "1"), new("package P", "2"), new("type E", "1")])).Select(difference => difference.ToString()));

    [Fact]
    public void AnArchiveGivesBackWhatItKeepsAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var archive = new CodeArchive(folder.Path);
        var revision = new CodeRevision(3, _listing.Identity).ToString();
        Assert.Null(archive.Find(revision));
        archive.Keep(_listing);
        archive.Keep(_listing);
        Assert.True(archive.Has(_listing.Identity));
        Assert.Equal(_listing.Entries, archive.Find(revision)!.Entries);
        Assert.Null(archive.Find("3"));
        Assert.Null(archive.Find("x-" + _listing.Identity));
        Assert.Null(archive.Find(new CodeRevision(3, Some.Hash("other")).ToString()));
    }

    [Fact]
    public void ARevisionIsReadAsItWasWritten()
    {
        var revision = new CodeRevision(12, _listing.Identity);
        Assert.Equal(revision, CodeRevision.TryParse(revision.ToString()));
        Assert.Null(CodeRevision.TryParse("-" + _listing.Identity));
        Assert.Null(CodeRevision.TryParse("1-2"));
    }
}
