using System.CommandLine;

namespace Lat.Cli;

/// <summary>`lat stage run ORDER`: a worker of the pipeline.</summary>
internal static class StageCommand
{
    public static Command Create(TextWriter output)
    {
        var order = new Argument<string>("order") { Description = "The order's file, written by the front door into the stage's work directory." };
        var supervised = new Option<bool>(WorkerRun.Supervised) { Description = "End when the standard input ends: the front door holds it open while it lives." };
        var run = new Command("run", "Runs one stage and leaves its outputs in the order's folder.") { order, supervised };
        run.SetAction(parsed => new WorkerRun(parsed.GetRequiredValue(order), parsed.GetValue(supervised)).Run(output));
        return new Command("stage", "What ./build.sh starts for every stage.") { run, SubmittedStageCommand.Create(output) };
    }
}
