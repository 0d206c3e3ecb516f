using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Runs the stages that a goal needs, and has the results told.</summary>
internal sealed class RunDesk(TextWriter output, Terminal? terminal)
{
    /// <summary>How often damage that only shows when results are told is mended in one call: a disk that damages more is not to be trusted.</summary>
    private const int Mendings = 3;

    /// <returns>As <see cref="FrontDoor.Run"/>.</returns>
    /// <exception cref="LatException">The experiment is not as its lock says, the remote cache is none, or what is stored is damaged over and over.</exception>
    public async Task<int> RunAsync(PipelineGoal goal, PreparedExperiment prepared, CancellationToken cancellation)
    {
        for (var mended = 0; ; mended++)
        {
            try
            {
                return await RunOnceAsync(goal, prepared, cancellation).ConfigureAwait(false);
            }
            catch (DamagedBlobException exception) when (mended < Mendings && exception.Output is not null)
            {
                output.WriteLine($"{exception.Finding} It was moved aside, and the stage that makes it runs again.");
            }
        }
    }

    private async Task<int> RunOnceAsync(PipelineGoal goal, PreparedExperiment prepared, CancellationToken cancellation)
    {
        var (request, store) = (prepared.Request, prepared.Store);
        var guard = request.Locked ? LockDesk.Require(prepared) : null;
        var selection = prepared.Graph.Select(goal);
        var observer = new RunPrinter(output, selection.Nodes.Count, terminal);
        prepared.Graph.KeepCode(selection, store);
        using var remote = RemoteDesk.Open(request, output);
        var options = new RunOptions
        {
            Jobs = prepared.Jobs,
            Capacity = prepared.Capacity,
            KeepGoing = request.KeepGoing,
            Retries = request.Retries,
            Refusal = guard is null ? null : guard.Refusal,
        };
        RunReport report;
        try
        {
            var running = request.Executor == StageExecutorKind.Slurm
                ? new SlurmDesk(observer, new SlurmCommandLine()).RunAsync(prepared, selection, options.Refusal, cancellation)
                : new GraphRunner(store, prepared.Workers(prepared.ScalarsDirectory), options, observer, remote).RunAsync(selection, cancellation);
            report = await running.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (request.Executor == StageExecutorKind.Local)
            {
                observer.Stop();
            }

            return FrontDoor.Interrupted;
        }

        observer.Finish(report);
        await RemoteDesk.CloseAsync(remote, output).ConfigureAwait(false);
        SharedOutputs.Write(report, store, Path.Combine(prepared.Folder, "outputs"));
        if (!report.Succeeded)
        {
            return goal == PipelineGoal.Gate ? GateDesk.CouldNotJudge : 1;
        }

        return goal is PipelineGoal.Evaluate or PipelineGoal.Report or PipelineGoal.Benchmark or PipelineGoal.Gate
            ? new ResultsDesk(output, request.RootDirectory, LockDesk.PathOf(request), prepared.Name, prepared.Yaml, prepared.Experiment).Conclude(report, store, goal, request.UpdateBaseline)
            : 0;
    }
}
