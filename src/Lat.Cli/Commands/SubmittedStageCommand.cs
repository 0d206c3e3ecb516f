using System.CommandLine;
using System.Runtime.InteropServices;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>`lat stage run-submitted TICKET`: what a job of a cluster runs.</summary>
internal static class SubmittedStageCommand
{
    public static Command Create(TextWriter output)
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's file, left in the store by ./build.sh with --executor slurm." };
        var store = new Option<string>("--store") { Description = "The folder of the store.", Required = true };
        var task = new Option<int>("--task") { Description = "Which of the ticket's stages, from 0.", DefaultValueFactory = _ => 0 };
        var command = new Command("run-submitted", "Brings one stage of a submitted experiment to its result, from what the store has when the job starts.") { ticket, store, task };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

            // What Slurm sends before the time limit, and for scancel: the worker is ended and the lock given back, so that the next attempt need not wait.
            using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
            {
                context.Cancel = true;
                source.Cancel();
            });
            return await SlurmStageJob.RunAsync(parsed.GetRequiredValue(ticket), parsed.GetRequiredValue(store), parsed.GetValue(task), output, source.Token).ConfigureAwait(false);
        });
        return command;
    }
}
