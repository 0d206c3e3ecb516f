using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class CodeCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CodeCacheTests() => Compile(SampleProgram.Source);

    public void Dispose() => _folder.Dispose();

    private string Memory => Path.Combine(_folder.Path, "code");

    [Fact]
    public void WhatWasAnalysedOnceIsRemembered()
    {
        var first = Identity(out var analysed);
        Assert.Equal(1, analysed);
        Assert.Equal(first, Identity(out var again));
        Assert.Equal(0, again);
        Assert.Equal(SampleProgram.Before["Numbers"].Identity, first);

        var cache = new CodeCache(_folder.Path, Memory);
        Assert.Equal(SampleProgram.Before["Numbers"].Entries, cache.ListingOf("Lat.Sample", "Lat.Sample.Numbers", "Run").Entries);
        Assert.Equal(0, cache.Analysed);
    }

    [Fact]
    public void AChangedAssemblyIsAnalysedAnew()
    {
        var before = Identity(out _);
        Compile(SampleProgram.With("index * 0.25", "index * 0.5"));
        Assert.NotEqual(before, Identity(out var analysed));
        Assert.Equal(1, analysed);
    }

    [Fact]
    public void AnAssemblyThatWasNotThereAndNowIsCounts()
    {
        Identity(out _);
        File.Copy(typeof(CodeCache).Assembly.Location, Path.Combine(_folder.Path, "System.Private.CoreLib.dll"));
        Identity(out var analysed);
        Assert.Equal(1, analysed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lat code 1\nchecksum \n")]
    [InlineData("nonsense")]
    public void ADamagedMemoryIsNoMemory(string content)
    {
        var first = Identity(out _);
        File.WriteAllText(Path.Combine(Memory, "index"), content);
        Assert.Equal(first, Identity(out var analysed));
        Assert.Equal(1, analysed);
    }

    [Fact]
    public void AnAlteredIdentityIsNotBelieved()
    {
        var first = Identity(out _);
        var index = Path.Combine(Memory, "index");
        File.WriteAllText(index, File.ReadAllText(index).Replace(first.Hex, Some.Hash("other").Hex, StringComparison.Ordinal));
        Assert.Equal(first, Identity(out _));
    }

    [Fact]
    public void ADamagedListingIsWorkedOutAnew()
    {
        var first = Identity(out _);
        File.WriteAllText(Path.Combine(Memory, first.Hex + ".gz"), "not compressed");
        var cache = new CodeCache(_folder.Path, Memory);
        Assert.Equal(first, cache.ListingOf("Lat.Sample", "Lat.Sample.Numbers", "Run").Identity);
        Assert.Equal(1, cache.Analysed);
    }

    [Fact]
    public void WithoutAPlaceToRememberEverythingIsWorkedOut()
    {
        _folder.File("code", "a file where the folder would be");
        Assert.Equal(SampleProgram.Before["Numbers"].Identity, Identity(out var analysed));
        Assert.Equal(1, analysed);
    }

    [Fact]
    public async Task SeveralAtOnceAgree()
    {
        var cache = new CodeCache(_folder.Path, Memory);
        var identities = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() =>
            (index % 2 == 0 ? cache : new CodeCache(_folder.Path, Memory)).IdentityOf("Lat.Sample", "Lat.Sample.Shapes", "Run"))));
        Assert.All(identities, identity => Assert.Equal(SampleProgram.Before["Shapes"].Identity, identity));
    }

    private ContentHash Identity(out int analysed)
    {
        var cache = new CodeCache(_folder.Path, Memory);
        var identity = cache.IdentityOf("Lat.Sample", "Lat.Sample.Numbers", "Run");
        analysed = cache.Analysed;
        return identity;
    }

    private void Compile(string source) => SampleCompiler.Compile(Path.Combine(_folder.Path, "Lat.Sample.dll"), source, SampleProgram.Words);
}
