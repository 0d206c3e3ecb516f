using System.Collections.Concurrent;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Runs every stage as a process of its own, on a device that no other stage of the run has at that time.</summary>
/// <param name="worker">The program and arguments that start a worker.</param>
/// <param name="experimentName">The name that the experiment's results are filed under.</param>
/// <param name="experimentYaml">The experiment with every default filled in.</param>
/// <param name="devices">The devices; with fewer than there are jobs, some are shared.</param>
/// <param name="jobs">Stages at once.</param>
/// <param name="scalarsRoot">The folder that TensorBoard is shown: each training stage writes its scalars below it. Null for none.</param>
public sealed class ProcessExecutor(
    EquatableArray<string> worker, string experimentName, string experimentYaml, DeviceChoice devices, int jobs, string? scalarsRoot = null) : IStageExecutor
{
    private readonly ConcurrentQueue<string> _free = new(Enumerable.Range(0, jobs).Select(job => devices.Devices[job % devices.Devices.Count]));

    public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
    {
        var device = _free.TryDequeue(out var free) ? free : devices.Devices[0];
        try
        {
            var order = new StageOrder
            {
                ExperimentName = experimentName,
                ExperimentYaml = experimentYaml,
                Stage = invocation.Node.Name,
                CodeRevision = invocation.Node.CodeRevision,
                Device = device,
                Inputs = invocation.Inputs,
                ScalarsDirectory = scalarsRoot is null ? null : Path.GetFullPath(Path.Combine(scalarsRoot, invocation.Node.Name)),
            }.Write(invocation.WorkDirectory);
            File.Delete(Path.Combine(invocation.WorkDirectory, StageAnswer.FileName));

            await WorkerProcess.RunAsync(
                worker, ["stage", "run", order, "--supervised"], WorkerEnvironment.Variables, invocation.Report, cancellationToken).ConfigureAwait(false);
            var answer = StageAnswer.Read(invocation.WorkDirectory);
            return new StageExecution { Outputs = answer.Outputs.ToEquatableArray(), PeakMemoryBytes = answer.PeakMemoryBytes };
        }
        finally
        {
            _free.Enqueue(device);
        }
    }
}
