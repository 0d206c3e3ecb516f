using Lat.Artifacts;
using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>
/// A job's side of a ticket: brings one stage to its result. Its key is worked out here and now, from what the stages before it left in the
/// store, so that a stage whose inputs came out as they were is not run again; one of them that is gone is made anew.
/// </summary>
public static class SlurmStageJob
{
    /// <param name="ticketPath">The ticket's file.</param>
    /// <param name="storeDirectory">The store.</param>
    /// <param name="task">Which of the ticket's stages.</param>
    /// <param name="output">The job's log.</param>
    /// <param name="cancellationToken">Ends the stage; its checkpoints stay.</param>
    /// <returns>0, or 1 where the stage failed.</returns>
    /// <exception cref="LatException">The ticket is none, or the stage is no longer what was submitted.</exception>
    public static async Task<int> RunAsync(string ticketPath, string storeDirectory, int task, TextWriter output, CancellationToken cancellationToken)
    {
        var ticket = SlurmTicket.Read(ticketPath);
        var stage = task >= 0 && task < ticket.Stages.Count
            ? ticket.Stages[task]
            : throw new LatException(FormattableString.Invariant($"The ticket {ticketPath} has {ticket.Stages.Count} stages, and no number {task}."));
        var store = new ArtifactStore(storeDirectory);
        var data = DataFolder.Of(ticket.DataDirectory).With(new DatasetHasher(Path.Combine(store.Directory, "stamps")));
        var experiment = ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(ticket.ExperimentYaml, ticket.ExperimentName));
        var selection = SelectionOf(ticket, experiment, stage, data);
        using var remote = ticket.Remote is { } address ? new RemoteCache(RemoteAddress.Open(address), new RemoteOptions { Push = ticket.Push }, output.WriteLine) : null;
        var observer = new RunPrinter(output, selection.Nodes.Count);
        var options = new RunOptions { Retries = ticket.Retries, Capacity = new MachineCapacity { Devices = ticket.DeviceKind == "cpu" ? [] : ["cuda:0"] } };
        var executor = new ProcessExecutor([.. ticket.WorkerCommand], ticket.ExperimentName, experiment, ticket.TorchVersion, ticket.ScalarsDirectory);
        var report = await new GraphRunner(store, executor, options, observer, remote).RunAsync(selection, cancellationToken).ConfigureAwait(false);
        observer.Finish(report);
        await RemoteDesk.CloseAsync(remote, output).ConfigureAwait(false);
        return report.Succeeded ? 0 : 1;
    }

    private static StageGraph SelectionOf(SlurmTicket ticket, Experiment experiment, SlurmTicketStage stage, DataFolder data)
    {
        var graph = ExperimentGraph.Of(ticket.ExperimentName, LocatedWeights.Of(experiment, data), new Numerics(ticket.DeviceKind, ticket.TorchVersion), data);
        var selection = graph.Nodes.Select([stage.Name]);
        return StageIdentities.Of(selection)[stage.Name].Hex == stage.Identity ? selection : throw new LatException(
            $"The stage '{stage.Name}' is not what was submitted: the program at {ticket.WorkerCommand[^1]} or a dataset has changed since. Run ./build.sh again to submit it anew.");
    }
}
