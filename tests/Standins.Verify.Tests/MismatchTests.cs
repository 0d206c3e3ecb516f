namespace Standins.Tests;

public sealed class MismatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-verify-").FullName;

    [Fact]
    public async Task ANewSnapshotFailsAndIsReceived()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await Verify("new text").UseDirectory(_folder).UseFileName("new"));

        Assert.Contains("new.received.txt", fault.Message, StringComparison.Ordinal);
        Assert.Contains("new.verified.txt", fault.Message, StringComparison.Ordinal);
        Assert.Contains("new text", fault.Message, StringComparison.Ordinal);
        Assert.Equal("new text", await File.ReadAllTextAsync(Path.Combine(_folder, "new.received.txt")));
        Assert.False(File.Exists(Path.Combine(_folder, "new.verified.txt")));
    }

    [Fact]
    public async Task AChangedSnapshotFailsAndStays()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "old.verified.txt"), "same\nbefore");

        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await Verify("same\nafter").UseDirectory(_folder).UseFileName("old"));

        Assert.Contains("NotEqual", fault.Message, StringComparison.Ordinal);
        Assert.Contains("before", fault.Message, StringComparison.Ordinal);
        Assert.Contains("after", fault.Message, StringComparison.Ordinal);
        Assert.Equal("same\nbefore", await File.ReadAllTextAsync(Path.Combine(_folder, "old.verified.txt")));
        Assert.Equal("same\nafter", await File.ReadAllTextAsync(Path.Combine(_folder, "old.received.txt")));
    }

    [Fact]
    public async Task AnEqualSnapshotRemovesWhatWasReceived()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "equal.verified.txt"), "line\r\nline");
        await File.WriteAllTextAsync(Path.Combine(_folder, "equal.received.txt"), "stale");

        var result = await Verify("line\nline").UseDirectory(_folder).UseFileName("equal");

        Assert.Equal("line\nline", result.Text);
        Assert.False(File.Exists(Path.Combine(_folder, "equal.received.txt")));
    }

    [Fact]
    public async Task WhatIsScrubbedMayDiffer()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "scrubbed.verified.txt"), "took {n} s\nkept");

        await Verify("took 12 s\ndropped\nkept")
            .UseDirectory(_folder)
            .UseFileName("scrubbed")
            .ScrubLinesWithReplace(line => line == "dropped" ? null : line)
            .AddScrubber(text => text.Replace("12", "{n}"));
    }

    [Fact]
    public async Task OneSnapshotIsNotComparedWithTwice()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "twice.verified.txt"), "a");
        await Verify("a").UseDirectory(_folder).UseFileName("twice");

        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await Verify("a").UseDirectory(_folder).UseFileName("twice"));

        Assert.Contains("prefix has already been used", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    public async Task AParameterWithoutItsValueIsRefused(int number)
    {
        Assert.Equal(1, number);

        await Assert.ThrowsAnyAsync<Exception>(async () => await Verify("a").UseDirectory(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
