namespace Lat.Cli.Tests;

public sealed class StageCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{")]
    [InlineData("{\"stage\": \"import/mid/train\"}")]
    [InlineData("null")]
    public void ABrokenOrderIsRefusedWithoutAnAnswer(string order)
    {
        File.WriteAllText(_folder[".order.json"], order);
        var (exitCode, _, errors) = LatCommand.Run("stage", "run", _folder[".order.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(_folder[".order.json"], errors, StringComparison.Ordinal);
        Assert.Equal([_folder[".order.json"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void AnOrderThatIsNotThereIsNamed()
    {
        var (exitCode, _, errors) = LatCommand.Run("stage", "run", _folder["no.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(_folder["no.json"], errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkerEndsWithTheFrontDoorThatHoldsItsInput()
    {
        using var worker = await WaitingWorker.StartAsync(_folder["order.json"]);
        Assert.True(worker.HasComeTo("Lat.Pipeline.dll"), "The worker did not wait.");
        Assert.Equal(137, await worker.EndFrontDoorAsync());
    }
}
