using System.Diagnostics;

namespace Lat.Cli.Tests;

public sealed class WorkerRunTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheFrontDoorsLineIsAWorkersRun() =>
        Assert.Equal(new WorkerRun("/stages/a b/.order.json", IsSupervised: true), WorkerRun.TryParse(["stage", "run", "/stages/a b/.order.json", "--supervised"]));

    [Theory]
    [InlineData("")]
    [InlineData("stage run")]
    [InlineData("stage run --help")]
    [InlineData("stage run /stages/.order.json")]
    [InlineData("stage run --supervised /stages/.order.json")]
    [InlineData("stage run --supervised --supervised")]
    [InlineData("stage run @file --supervised")]
    [InlineData("stage run /stages/.order.json --supervised --more")]
    [InlineData("stage run-submitted /ticket.json --supervised")]
    [InlineData("Stage run /stages/.order.json --supervised")]
    public void EveryOtherLineIsForTheCommands(string line) => Assert.Null(WorkerRun.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public async Task AWorkerReadsItsOrderBeforeItLoadsWhatOnlyPeopleNeed()
    {
        // An order that never comes to its end: reading it waits for a writer.
        using (var made = Process.Start("mkfifo", _folder["order.json"]))
        {
            await made.WaitForExitAsync();
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "lat.dll"), "stage", "run", _folder["order.json"], "--supervised" })
        {
            start.ArgumentList.Add(argument);
        }

        using var worker = Process.Start(start)!;
        Assert.True(SpinWait.SpinUntil(() => Loaded(worker).Contains("Lat.Pipeline.dll", StringComparison.Ordinal), _patience), "The worker did not come to its order.");
        Assert.DoesNotContain("System.CommandLine.dll", Loaded(worker), StringComparison.Ordinal);
        Assert.DoesNotContain("YamlDotNet.dll", Loaded(worker), StringComparison.Ordinal);
        worker.StandardInput.Close();
        using var patience = new CancellationTokenSource(_patience);
        await worker.WaitForExitAsync(patience.Token);
        Assert.Equal(143, worker.ExitCode);
    }

    private static string Loaded(Process worker) =>
        worker.HasExited ? "" : File.ReadAllText(FormattableString.Invariant($"/proc/{worker.Id}/maps"));
}
