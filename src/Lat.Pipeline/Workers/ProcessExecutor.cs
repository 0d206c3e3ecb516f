using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Runs every stage as a process of its own, which is shown the GPU that the run gave the stage, and no other.</summary>
/// <param name="worker">The program and arguments that start a worker.</param>
/// <param name="experimentName">The name that the experiment's results are filed under.</param>
/// <param name="experiment">The experiment.</param>
/// <param name="torchVersion">The version of libtorch that the keys count on.</param>
/// <param name="scalarsRoot">The folder that TensorBoard is shown: each training stage writes its scalars below it. Null for none.</param>
public sealed class ProcessExecutor(
    EquatableArray<string> worker, string experimentName, Experiment experiment, string torchVersion, string? scalarsRoot = null) : IStageExecutor
{
    private readonly CarriedExperiment _experiment = new(experiment);

    public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
    {
        var order = new StageOrder
        {
            ExperimentName = experimentName,
            Experiment = _experiment,
            Stage = invocation.Node.Name,
            CodeRevision = invocation.Node.CodeRevision,
            TorchVersion = torchVersion,
            Device = VisibleGpu.SeenAs(invocation.Device),
            Inputs = invocation.Inputs,
            ScalarsDirectory = scalarsRoot is null ? null : Path.GetFullPath(Path.Combine(scalarsRoot, invocation.Node.Name)),
        }.Write(invocation.WorkDirectory);
        File.Delete(Path.Combine(invocation.WorkDirectory, StageAnswer.FileName));

        await WorkerProcess.RunAsync(
            worker, ["stage", "run", order, "--supervised"], WorkerEnvironment.For(invocation.Device), invocation.Report, cancellationToken).ConfigureAwait(false);
        var answer = StageAnswer.Read(invocation.WorkDirectory);
        return new StageExecution { Outputs = answer.Outputs, PeakMemoryBytes = answer.PeakMemoryBytes };
    }
}
