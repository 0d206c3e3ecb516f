using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class HealingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CountingExecutor _executor = new();

    // A new store each time: what a process has verified, it trusts.
    private ArtifactStore Store => new(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ADamagedManifestHeals()
    {
        var before = await RunAsync(Some.Diamond());
        File.WriteAllText(Store.Layout.Manifest(before["train"].Key!.Value), "garbage");

        var after = await RunAsync(Some.Diamond());

        Assert.Equal(["train"], _executor.TakeRan());
        Assert.Equal(before["train"].Result!.Outputs, after["train"].Result!.Outputs);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ABlobThatIsCutShortHeals()
    {
        var before = await RunAsync(Some.Diamond());
        Damage(before["train"], "x");

        await RunAsync(Some.Diamond());

        Assert.Equal(["train"], _executor.TakeRan());
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ABlobWithAFlippedBitHealsWhenAStageIsAboutToReadIt()
    {
        var before = await RunAsync(Some.Diamond());
        Flip(before["train"]);

        // Both readers run, so both find out; the maker runs once.
        var after = await RunAsync(Some.Diamond().With("plot", node => node with { CodeRevision = "2" }).With("report", node => node with { CodeRevision = "2" }));

        Assert.Equal(["plot", "report", "train"], _executor.TakeRan());
        Assert.Equal(StageStatus.Ran, after["train"].Status);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task ABlobWithAFlippedBitHealsUnreadWhenContentIsVerified()
    {
        var before = await RunAsync(Some.Diamond());
        Flip(before["plot"]);

        await new GraphRunner(Store, _executor, new RunOptions { Verification = Verification.Content }).RunAsync(Some.Diamond());

        Assert.Equal(["plot"], _executor.TakeRan());
        await AssertSoundAsync();
    }

    [Fact]
    public async Task IfTheDamagedStageNowFailsWhatNeedsItIsSkipped()
    {
        var before = await RunAsync(Some.Diamond());
        Flip(before["train"]);
        _executor.Does("train", _ => throw new InvalidOperationException("broken"));

        var report = await new GraphRunner(Store, _executor, new RunOptions { Jobs = 2 })
            .RunAsync(Some.Diamond().With("plot", node => node with { CodeRevision = "2" }).With("report", node => node with { CodeRevision = "2" }));

        Assert.Equal(StageStatus.Failed, report["train"].Status);
        Assert.Equal([StageStatus.Skipped, StageStatus.Skipped], [report["plot"].Status, report["report"].Status]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStageThatReadADamagedInputBeginsAnewWithASoundOne(bool fails)
    {
        var before = await RunAsync(Some.Diamond());
        var attempts = 0;
        _executor.Does("plot", invocation =>
        {
            if (attempts++ > 0)
            {
                return $"{invocation.IsResumed} {File.Exists(Path.Combine(invocation.WorkDirectory, "checkpoint"))}";
            }

            Damage(before["train"], "x");
            File.WriteAllText(Path.Combine(invocation.WorkDirectory, "checkpoint"), "made of a damaged input");
            return fails ? throw new LatException("The worker failed over its input.") : "";
        });

        var after = await RunAsync(Some.Diamond().With("plot", node => node with { CodeRevision = "2" }));

        Assert.Equal("False False", File.ReadAllText(Store.VerifiedPath(after["plot"].Result!.Outputs[0])));
        Assert.Equal(before["train"].Result!.Outputs, after["train"].Result!.Outputs);
    }

    [Fact]
    public async Task ADiskThatKeepsDamagingABlobEndsInAFailureNotInALoop()
    {
        var before = await RunAsync(Some.Diamond());
        Flip(before["train"]);
        var store = Store;
        var observer = new DamagingObserver(() => Flip(before["train"]));

        var report = await new GraphRunner(store, _executor, observer: observer).RunAsync(Some.Diamond().With("plot", node => node with { CodeRevision = "2" }));

        Assert.IsType<DamagedBlobException>(report["plot"].Error);
        Assert.Equal(["train", "train"], _executor.TakeRan());
    }

    private async Task<RunReport> RunAsync(StageGraph graph)
    {
        _executor.TakeRan();
        var report = await new GraphRunner(Store, _executor, new RunOptions { Jobs = 2 }).RunAsync(graph);
        Assert.True(report.Succeeded, report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
        if (_executor.Ran.Count == graph.Nodes.Count)
        {
            _executor.TakeRan();
        }

        return report;
    }

    private async Task AssertSoundAsync()
    {
        var report = await new GraphRunner(Store, _executor, new RunOptions { Verification = Verification.Content }).RunAsync(Some.Diamond());
        Assert.Equal(6, report.Count(StageStatus.Reused));
    }

    private void Flip(StageOutcome outcome)
    {
        var bytes = File.ReadAllBytes(Blob(outcome));
        bytes[0] ^= 1;
        File.Delete(Blob(outcome));
        File.WriteAllBytes(Blob(outcome), bytes);
    }

    private void Damage(StageOutcome outcome, string content)
    {
        File.Delete(Blob(outcome));
        File.WriteAllText(Blob(outcome), content);
    }

    private string Blob(StageOutcome outcome) => Store.Layout.Blob(outcome.Result!.Outputs[0].Hash);

    private sealed class DamagingObserver(Action damage) : IRunObserver
    {
        public void StageFinished(StageOutcome outcome)
        {
            if (outcome.Node.Name == "train" && outcome.Status == StageStatus.Ran)
            {
                damage();
            }
        }
    }
}
