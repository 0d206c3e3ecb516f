using System.Runtime.InteropServices;

/// <summary>Ctrl-C, and the polite request to end that schedulers send: the first one ends the work in good order, a second one ends the process.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly TextWriter _output;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _termination;
    private int _heard;

    private Interruption(TextWriter output)
    {
        _output = output;

        // Not a signal's own registration: Nuke listens to this event too, and the answers of both are weighed together.
        Console.CancelKeyPress += OnCancelKeyPress;
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = Hear());
    }

    /// <summary>Works, with a token that is cancelled by an interruption.</summary>
    public static int While(TextWriter output, Func<CancellationToken, Task<int>> work)
    {
        using var interruption = new Interruption(output);
        return work(interruption._source.Token).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKeyPress;
        _termination.Dispose();
        _source.Dispose();
    }

    private void OnCancelKeyPress(object? sender, ConsoleCancelEventArgs arguments) => arguments.Cancel = Hear();

    /// <returns>Whether the process goes on: it does after the first time. Workers end with it in any case.</returns>
    private bool Hear()
    {
        if (Interlocked.Exchange(ref _heard, 1) != 0)
        {
            return false;
        }

        // All that the second time has to say, too: by then the output may be what hangs.
        _output.WriteLine("Stopping the stages that run; once more ends this at once. Either way what is done is kept, and the same command goes on.");
        _source.Cancel();
        return true;
    }
}
