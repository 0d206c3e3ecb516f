using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class RemoteCacheTests : IDisposable
{
    private static readonly string[] _all = ["import", "other", "plot", "report", "spare", "train"];

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly RemoteWorkshop _workshop;

    public RemoteCacheTests() =>
        _workshop = new RemoteWorkshop(_folder.Path, RemoteAddress.Open(Directory.CreateDirectory(Path.Combine(_folder.Path, "remote")).FullName));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatOneMachinePushedAnotherPullsAndRunsNothing()
    {
        var first = await _workshop.RunAsync(Some.Diamond(), push: true);
        Assert.Equal(_all, _workshop.Executor.TakeRan());

        var second = await _workshop.RunAsync(Some.Diamond());

        Assert.Empty(_workshop.Executor.TakeRan());
        Assert.Equal(6, second.Count(StageStatus.Reused));
        Assert.Equal(first.Stages.Select(stage => stage.Result), second.Stages.Select(stage => stage.Result));
        Assert.Empty(_workshop.Notices);
    }

    [Fact]
    public async Task NothingIsPushedUnlessTheOptionsSaySo()
    {
        await _workshop.RunAsync(Some.Diamond());

        Assert.Empty(_workshop.Objects.Writes);
    }

    [Fact]
    public async Task WhatIsThereIsNotSentAgain()
    {
        await _workshop.RunAsync(Some.Diamond(), push: true);
        var sent = _workshop.Objects.Writes.Count;
        var store = _workshop.NewStore();
        await _workshop.RunAsync(Some.Diamond(), push: true, store);

        Assert.Equal(sent, _workshop.Objects.Writes.Count);
    }

    [Fact]
    public async Task AThousandSmallFilesTravelInOnePackAndALargeOneAlone()
    {
        var store = new ArtifactStore(_workshop.NewStore(), new UnflushedFiles());
        var result = Publish(store, Enumerable.Range(0, 1000).Select(index => ($"{index:D4}.txt", $"{index}")).Append(("large", new string('x', (int)RemoteLayout.LargestPacked + 1))));
        using var remote = new RemoteCache(_workshop.Objects);

        Assert.True(await remote.PushAsync(store, result, CancellationToken.None));
        Assert.Equal(3, _workshop.Objects.Writes.Count);

        var elsewhere = new ArtifactStore(_workshop.NewStore(), new UnflushedFiles());
        Assert.Equal(result, await remote.TryPullAsync(elsewhere, result.Key, CancellationToken.None));
        Assert.Equal(3, _workshop.Objects.Reads.Count);
        Assert.Equal(result, elsewhere.Inspect(result.Key, Verification.Content).Result);
    }

    [Fact]
    public async Task ADownloadThatWasCutOffGoesOnWhereItStopped()
    {
        var store = new ArtifactStore(_workshop.NewStore(), new UnflushedFiles());
        var result = Publish(store, [("large", new string('x', 3 << 20))]);
        using var remote = new RemoteCache(_workshop.Objects);
        await remote.PushAsync(store, result, CancellationToken.None);
        var elsewhere = new ArtifactStore(_workshop.NewStore(), new UnflushedFiles());

        _workshop.Objects.Alter = (name, bytes) => name.Contains("blobs", StringComparison.Ordinal) ? bytes[..(1 << 20)] : bytes;
        Assert.Null(await remote.TryPullAsync(elsewhere, result.Key, CancellationToken.None));
        _workshop.Objects.Alter = null;
        Assert.Equal(result, await remote.TryPullAsync(elsewhere, result.Key, CancellationToken.None));

        Assert.EndsWith($"@{1 << 20}", _workshop.Objects.Reads[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("results", "flip")]
    [InlineData("results", "cut")]
    [InlineData("results", "empty")]
    [InlineData("packs", "flip")]
    [InlineData("packs", "cut")]
    [InlineData("packs", "longer")]
    public async Task ALyingRemoteCostsTimeAndNothingElse(string what, string lie)
    {
        var honest = await _workshop.RunAsync(Some.Diamond(), push: true);
        _workshop.Objects.Alter = (name, bytes) => !name.Contains(what, StringComparison.Ordinal) ? bytes : lie switch
        {
            "flip" => [.. bytes[..(bytes.Length / 2)], (byte)(bytes[bytes.Length / 2] ^ 1), .. bytes[(bytes.Length / 2 + 1)..]],
            "cut" => bytes[..(bytes.Length / 2)],
            "longer" => [.. bytes, 0],
            _ => [],
        };

        var report = await _workshop.RunAsync(Some.Diamond());

        Assert.Equal(_all, _workshop.Executor.TakeRan());
        Assert.Equal(honest.Stages.Select(stage => stage.Result!.Outputs), report.Stages.Select(stage => stage.Result!.Outputs));
        Assert.Equal(6, _workshop.Notices.Count);
        Assert.All(_workshop.Notices, notice => Assert.Contains("could not pull", notice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheManifestOfAnotherKeyIsNotBelieved()
    {
        var honest = await _workshop.RunAsync(Some.Diamond(), push: true);
        var other = ManifestFormat.Write(honest["spare"].Result!);
        _workshop.Objects.Alter = (name, bytes) => name.Contains("results", StringComparison.Ordinal) ? other : bytes;

        await _workshop.RunAsync(Some.Diamond());

        Assert.Equal(_all.Where(name => name != "spare"), _workshop.Executor.TakeRan());
        Assert.Contains("is that of another key", _workshop.Notices[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasWrongThereIsReplacedByWhoMayPush()
    {
        await _workshop.RunAsync(Some.Diamond(), push: true);
        foreach (var pack in Directory.EnumerateFiles(Path.Combine(_folder.Path, "remote"), "*.pack", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(pack, "damaged");
        }

        await _workshop.RunAsync(Some.Diamond(), push: true);
        Assert.Equal(_all, _workshop.Executor.TakeRan());
        await _workshop.RunAsync(Some.Diamond());

        Assert.Empty(_workshop.Executor.TakeRan());
    }

    [Fact]
    public async Task ARemoteThatHangsIsLeftAloneAfterAFewAttempts()
    {
        _workshop.Options = new RemoteOptions { Timeout = TimeSpan.FromMilliseconds(50), FailureLimit = 2 };
        _workshop.Objects.Before = _ => Task.Delay(Timeout.Infinite);

        await _workshop.RunAsync(Some.Diamond(), push: true);

        Assert.Equal(_all, _workshop.Executor.TakeRan());
        Assert.Contains(_workshop.Notices, notice => notice.Contains("no answer in 0.1 s", StringComparison.Ordinal));
        Assert.Contains(_workshop.Notices, notice => notice.Contains("is left alone for the rest of this run", StringComparison.Ordinal));
        Assert.InRange(_workshop.Objects.Reads.Count, 2, 4);
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsNoCacheAndNoFailure()
    {
        var workshop = new RemoteWorkshop(_folder.Path, RemoteAddress.Open(Path.Combine(_folder.Path, "not-mounted")));

        await workshop.RunAsync(Some.Diamond(), push: true);

        Assert.Equal(_all, workshop.Executor.TakeRan());
        Assert.NotEmpty(workshop.Notices);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "not-mounted")));
    }

    [Fact]
    public async Task ADamagedLocalBlobHealsFromTheRemote()
    {
        var store = _workshop.NewStore();
        var report = await _workshop.RunAsync(Some.Diamond(), push: true, store);
        File.Delete(new StoreLayout(store).Blob(report["train"].Result!.Outputs[0].Hash));

        await _workshop.RunAsync(Some.Diamond(), store: store);

        Assert.Empty(_workshop.Executor.TakeRan());
    }

    [Fact]
    public async Task ARunThatIsCancelledDoesNotBlameTheRemote()
    {
        using var source = new CancellationTokenSource();
        using var remote = new RemoteCache(_workshop.Objects, notice: _workshop.Notices.Add);
        _workshop.Objects.Before = _ => source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            remote.TryPullAsync(new ArtifactStore(_workshop.NewStore()), Some.Parts().ToKey(), source.Token));

        Assert.Empty(_workshop.Notices);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://host/path")]
    [InlineData("s3://")]
    [InlineData("s3://Upper/prefix")]
    public void WhatIsNoAddressIsRefused(string address) =>
        Assert.EndsWith(RemoteAddress.ValidValues, Assert.Throws<LatException>(() => RemoteAddress.Open(address)).Message, StringComparison.Ordinal);

    private static StageResult Publish(ArtifactStore store, IEnumerable<(string Name, string Content)> outputs)
    {
        var work = store.OpenWorkDirectory(Some.Parts().ToKey(), out _);
        var names = new List<string>();
        foreach (var (name, content) in outputs)
        {
            File.WriteAllText(Path.Combine(work, name), content);
            names.Add(name);
        }

        return store.Publish(Some.Parts(), work, names, new StageMeasurements());
    }
}
