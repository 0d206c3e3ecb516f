using System.CommandLine;
using System.Runtime.InteropServices;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>`lat stage run ORDER`: a worker of the pipeline.</summary>
internal static class StageCommand
{
    public static Command Create(TextWriter output)
    {
        var order = new Argument<string>("order") { Description = "The order's file, written by the front door into the stage's work directory." };
        var supervised = new Option<bool>("--supervised") { Description = "End when the standard input ends: the front door holds it open while it lives." };
        var run = new Command("run", "Runs one stage and leaves its outputs in the order's folder.") { order, supervised };
        run.SetAction(parsed =>
        {
            var isSupervised = parsed.GetValue(supervised);

            // A terminal sends Ctrl-C to every process of the pipeline. The front door decides what becomes of its workers.
            using var interruption = isSupervised ? PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true) : null;
            if (isSupervised)
            {
                EndWithParent();
            }

            // The front door reads progress as the worker sends it; a person who runs a stage by hand reads words.
            StageWorker.Run(parsed.GetRequiredValue(order), line => output.WriteLine(isSupervised ? line : ProgressText.Readable(line)));
        });
        return new Command("stage", "What ./build.sh starts for every stage.") { run, SubmittedStageCommand.Create(output) };
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

            Environment.Exit(143);
        })
        {
            IsBackground = true,
            Name = "watches the front door",
        };
        watch.Start();
    }
}
