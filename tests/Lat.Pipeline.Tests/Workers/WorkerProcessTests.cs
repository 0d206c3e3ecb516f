namespace Lat.Pipeline.Tests;

public sealed class WorkerProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<List<string>> Run(string script, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        await WorkerProcess.RunAsync(ScriptedWorker.Write(_folder, script), ["a b", "c"], [new("LAT_TEST", "7")], lines.Add, cancellation);
        return lines;
    }

    [Fact]
    public async Task LinesArgumentsAndEnvironmentPassWhole() => Assert.Equal(["a b", "2 7"], await Run("echo \"$1\"\necho $# $LAT_TEST\n"));

    [Theory]
    [InlineData("echo 'No such image.' >&2; exit 1", "No such image.")]
    [InlineData("exit 1", "The worker ended with exit code 1.")]
    [InlineData("echo '   at X' >&2; exit 70", "The worker ended with exit code 70.\n   at X")]
    [InlineData("kill -9 $$", "The worker was killed: the machine ran out of memory, or someone killed it. Start again: it continues where it stood.")]
    [InlineData("kill -11 $$", "The worker crashed in native code (segmentation fault).")]
    public async Task AFailureSaysWhatHappened(string script, string message) =>
        Assert.Equal(message.Replace("   at X", "at X", StringComparison.Ordinal), (await Assert.ThrowsAsync<LatException>(() => Run(script))).Message);

    [Fact]
    public async Task OnlyTheLastWordsAreRepeated()
    {
        var message = (await Assert.ThrowsAsync<LatException>(() => Run("i=1; while [ $i -le 50 ]; do echo line $i >&2; i=$((i+1)); done; exit 3"))).Message;
        Assert.Equal(21, message.Split('\n').Length);
        Assert.EndsWith("line 49\nline 50", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledWorkerIsEnded()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run($"sleep 2; touch '{_folder["late"]}'", source.Token));
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(File.Exists(_folder["late"]));
    }

    [Fact]
    public async Task AWorkerThatCannotStartIsNamed()
    {
        var refusal = await Assert.ThrowsAsync<LatException>(() => WorkerProcess.RunAsync(["/no/such/lat"], [], [], _ => { }, CancellationToken.None));
        Assert.StartsWith("The worker '/no/such/lat' cannot start: ", refusal.Message, StringComparison.Ordinal);
    }
}
