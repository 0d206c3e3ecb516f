namespace Lat.Cli.Tests;

public sealed class WorkerRunTests : IDisposable
{
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
        using var worker = await WaitingWorker.StartAsync(_folder["order.json"]);
        Assert.True(worker.HasComeTo("Lat.Pipeline.dll"), "The worker did not come to its order.");
        Assert.False(worker.Loaded("System.CommandLine.dll"));
        Assert.False(worker.Loaded("YamlDotNet.dll"));
        Assert.Equal(137, await worker.EndFrontDoorAsync());
    }
}
