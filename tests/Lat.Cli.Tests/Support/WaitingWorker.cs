using System.Diagnostics;

namespace Lat.Cli.Tests;

/// <summary>A supervised worker that waits for its order: the file is a pipe that nobody writes to.</summary>
internal sealed class WaitingWorker : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private WaitingWorker(Process process) => _process = process;

    /// <param name="order">Where the order is to be.</param>
    public static async Task<WaitingWorker> StartAsync(string order)
    {
        using (var made = Process.Start("mkfifo", order))
        {
            await made.WaitForExitAsync();
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "lat.dll"), "stage", "run", order, "--supervised" })
        {
            start.ArgumentList.Add(argument);
        }

        return new WaitingWorker(Process.Start(start)!);
    }

    /// <summary>Waits until it has loaded an assembly.</summary>
    /// <returns>Whether it did before it ended.</returns>
    public bool HasComeTo(string assembly) => SpinWait.SpinUntil(() => _process.HasExited || Loaded(assembly), _patience) && !_process.HasExited;

    /// <summary>Whether it has loaded an assembly.</summary>
    public bool Loaded(string assembly) => File.ReadAllText(FormattableString.Invariant($"/proc/{_process.Id}/maps")).Contains(assembly, StringComparison.Ordinal);

    /// <summary>Closes its standard input, as the end of the front door does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndFrontDoorAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
