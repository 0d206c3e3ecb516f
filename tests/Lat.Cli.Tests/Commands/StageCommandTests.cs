using System.Diagnostics;

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
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        Assert.False(worker.WaitForExit(TimeSpan.FromSeconds(1.5)), "The worker did not wait.");
        worker.StandardInput.Close();
        await worker.WaitForExitAsync(patience.Token);
        Assert.Equal(143, worker.ExitCode);
    }
}
