using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Has a prepared experiment's stages run by the cluster.</summary>
internal sealed class SlurmDesk(RunPrinter printer, ISlurmCluster cluster)
{
    /// <param name="prepared">The experiment.</param>
    /// <param name="selection">The stages that are wanted.</param>
    /// <param name="refusal">Why a result must not be used; null: all may.</param>
    /// <param name="cancellation">Stops following; the jobs go on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="LatException">The cluster refuses, or the file of options is not valid.</exception>
    public Task<RunReport> RunAsync(PreparedExperiment prepared, StageGraph selection, Func<StageNode, StageResult, string?>? refusal, CancellationToken cancellation)
    {
        var request = prepared.Request;
        var options = SlurmOptions.Load(request.SlurmFile);
        if (options.Kinds.Keys.Except(prepared.Graph.Nodes.Nodes.Select(node => node.Kind), StringComparer.Ordinal).ToList() is { Count: > 0 } foreign)
        {
            printer.Print($"{request.SlurmFile} speaks of kinds of stages that this experiment has not: {string.Join(", ", foreign)}.");
        }

        HeldProgram.Hold(request.WorkerCommand[^1]);
        var order = new SlurmOrder
        {
            Options = options,
            AtOnce = request.Jobs,
            Ticket = new SlurmTicket
            {
                ExperimentName = prepared.Name,
                ExperimentYaml = prepared.Yaml,
                DataDirectory = request.DataDirectory is { } data ? Path.GetFullPath(data) : null,
                DeviceKind = prepared.Devices.Kind,
                TorchVersion = prepared.Numerics.TorchVersion,
                WorkerCommand = request.WorkerCommand,
                ScalarsDirectory = Path.GetFullPath(prepared.ScalarsDirectory),
                Remote = request.Remote,
                Push = request.Push,
                Retries = request.Retries,
                Stages = [],
            },
        };
        return new SlurmRun(prepared.Store, cluster, order, printer, printer.Print) { Refusal = refusal }.RunAsync(selection, cancellation);
    }
}
