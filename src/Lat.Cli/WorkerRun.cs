using System.Diagnostics;
using System.Runtime.InteropServices;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>One stage of the pipeline in this process: what `lat stage run` does.</summary>
/// <param name="OrderPath">The order's file, in the stage's work directory.</param>
/// <param name="IsSupervised">Whether a front door waits for it and holds its standard input open, rather than a person.</param>
public sealed record WorkerRun(string OrderPath, bool IsSupervised)
{
    /// <summary>Ends the process when its standard input ends.</summary>
    public const string Supervised = "--supervised";

    /// <summary>The run that a front door asks for; null for every other line, which a person may have written.</summary>
    public static WorkerRun? TryParse(string[] arguments) =>
        arguments is ["stage", "run", [not ('-' or '@'), ..] orderPath, Supervised] ? new WorkerRun(orderPath, IsSupervised: true) : null;

    /// <param name="output">Takes the lines of progress.</param>
    /// <exception cref="Lat.Core.LatException">The stage failed in a way that its user can repair.</exception>
    public void Run(TextWriter output)
    {
        // A terminal sends Ctrl-C to every process of the pipeline. The front door decides what becomes of its workers.
        using var interruption = IsSupervised ? PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true) : null;
        if (IsSupervised)
        {
            EndWithParent();
        }

        // The front door reads progress as the worker sends it; a person who runs a stage by hand reads words.
        StageWorker.Run(OrderPath, line => output.WriteLine(IsSupervised ? line : ProgressText.Readable(line)));
    }

    /// <summary>A worker whose front door died would write on in a work directory that a new run may already own.</summary>
    private static void EndWithParent()
    {
        var watch = new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }

            // Not an exit: that waits for native code to tidy up, which it may never do while other threads compute in it.
            using var self = Process.GetCurrentProcess();
            self.Kill();
        })
        {
            IsBackground = true,
            Name = "watches the front door",
        };
        watch.Start();
    }
}
