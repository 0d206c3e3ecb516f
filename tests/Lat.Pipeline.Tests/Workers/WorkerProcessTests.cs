using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class WorkerProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    [Fact]
    public async Task CredentialsStayWithTheFrontDoor()
    {
        const string Secret = "LAT_TEST_SECRET", Foreign = "TEST_OF_ANOTHER_PROGRAM", Own = "LAT_TEST_OF_LAT";
        foreach (var name in new[] { Secret, Foreign, Own })
        {
            Environment.SetEnvironmentVariable(name, "told");
        }

        try
        {
            Assert.Equal([$"{Own}=told"], (await Run("env")).Where(line => line.EndsWith("=told", StringComparison.Ordinal)));
        }
        finally
        {
            foreach (var name in new[] { Secret, Foreign, Own })
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", false)]
    [InlineData("AWS_SECRET_ACCESS_KEY", false)]
    [InlineData("GITHUB_TOKEN", false)]
    [InlineData("SSH_AUTH_SOCK", false)]
    [InlineData("http_proxy", false)]
    [InlineData("SLURM_JWT", false)]
    [InlineData("PATH", true)]
    [InlineData("LD_LIBRARY_PATH", true)]
    [InlineData("LIBTORCH", true)]
    [InlineData("CUDA_VISIBLE_DEVICES", true)]
    [InlineData("DOTNET_ROOT", true)]
    [InlineData("LAT_DATA", true)]
    public void AWorkerKnowsOfTheEnvironmentWhatItNeeds(string name, bool isHandedOn) => Assert.Equal(isHandedOn, InheritedVariables.Includes(name));

    [Theory]
    [InlineData("echo 'No such image.' >&2; exit 1", "No such image.")]
    [InlineData("exit 1", "The worker ended with exit code 1.")]
    [InlineData("echo '   at X' >&2; exit 70", "The worker ended with exit code 70.\n   at X")]
    [InlineData("kill -9 $$", "The worker was killed: the machine ran out of memory, or someone killed it. Start again: it continues where it stood.")]
    [InlineData("kill -11 $$", "The worker crashed in native code (segmentation fault).")]
    public async Task AFailureSaysWhatHappened(string script, string message) =>
        Assert.Equal(message.Replace("   at X", "at X", StringComparison.Ordinal), (await Assert.ThrowsAnyAsync<LatException>(() => Run(script))).Message);

    [Theory]
    [InlineData("echo 'No such image.' >&2; exit 1", false)]
    [InlineData("echo 'The mount does not answer.' >&2; exit 75", true)]
    [InlineData("kill -9 $$", true)]
    [InlineData("exit 70", true)]
    public async Task WhatAUserHasToRepairIsNotTriedAgain(string script, bool mayPass) =>
        Assert.Equal(mayPass, await Assert.ThrowsAnyAsync<LatException>(() => Run(script)) is TransientFaultException);

    [Fact]
    public async Task OnlyTheLastWordsAreRepeated()
    {
        var message = (await Assert.ThrowsAnyAsync<LatException>(() => Run("i=1; while [ $i -le 50 ]; do echo line $i >&2; i=$((i+1)); done; exit 3"))).Message;
        Assert.Equal(21, message.Split('\n').Length);
        Assert.EndsWith("line 49\nline 50", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACancelledWorkerIsEnded()
    {
        using var source = new CancellationTokenSource();
        var child = "";
        var worker = ScriptedWorker.Write(_folder, $"sleep 600 & echo $!; wait; touch '{_folder["late"]}'");
        void Hear(string line)
        {
            child = line;
            source.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkerProcess.RunAsync(worker, [], [], Hear, source.Token).WaitAsync(Patience));

        Assert.False(File.Exists(_folder["late"]));
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(child), Patience), $"The worker's child {child} lives on.");
    }

    /// <summary>Whether a process is there and not only waits for its parent to hear of its end.</summary>
    private static bool IsRunning(string process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public async Task AWorkerThatCannotStartIsNamed()
    {
        var refusal = await Assert.ThrowsAsync<LatException>(() => WorkerProcess.RunAsync(["/no/such/lat"], [], [], _ => { }, CancellationToken.None));
        Assert.StartsWith("The worker '/no/such/lat' cannot start: ", refusal.Message, StringComparison.Ordinal);
    }
}
