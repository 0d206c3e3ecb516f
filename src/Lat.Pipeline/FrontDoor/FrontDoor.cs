using Lat.Artifacts;
using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>The pipeline's one entrance: the Nuke targets and the `lat` command both come in here.</summary>
/// <param name="output">Where progress and tables go; the caller owns it.</param>
/// <param name="terminal">What the output is shown on, where running stages are drawn again in place; null where it is no terminal.</param>
public sealed class FrontDoor(TextWriter output, Terminal? terminal = null)
{
    /// <summary>Does what the goal asks and prints what was made and where.</summary>
    /// <returns>0; 1 where a gate was missed or a stage failed; 2 where a gate could not be judged, a failed stage before it included.</returns>
    /// <exception cref="LatException">The experiment is not valid, or the machine lacks something; the message says what to do.</exception>
    public int Run(PipelineGoal goal, PipelineRequest request) => RunAsync(goal, request, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc cref="Run"/>
    public async Task<int> RunAsync(PipelineGoal goal, PipelineRequest request, CancellationToken cancellation)
    {
        var experiment = ExperimentFile.Load(request.RootDirectory, request.Experiment, request.Overrides);
        var name = ExperimentFile.NameOf(request.Experiment);
        var machine = new MachineProbe(request.WorkerCommand, Path.Combine(request.RootDirectory, "artifacts", "machine.json")).Describe();
        var devices = DeviceChoice.Resolve(request.Device, machine);
        var store = new ArtifactStore(request.StoreDirectory ?? Path.Combine(request.RootDirectory, "artifacts", "store"));
        var data = DataFolder.Of(request.DataDirectory).With(new DatasetHasher(Path.Combine(store.Directory, "stamps"), request.Paranoid));
        var graph = ExperimentGraph.Of(name, LocatedWeights.Of(experiment, data), new Numerics(devices.Kind, machine.TorchVersion), data);
        var jobs = request.Jobs ?? (devices.Kind == "cpu" ? Environment.ProcessorCount : devices.Devices.Count);
        if (goal is PipelineGoal.Plan or PipelineGoal.Explain)
        {
            var plan = Planner.Plan(graph.Nodes, store, graph.CodeOf);
            output.WriteLine(goal == PipelineGoal.Plan ? PlanText.Format(plan, Math.Max(1, jobs)) : request.Json ? ExplanationJson.Format(plan) : Explainer.Format(plan));
            foreach (var line in request.Json ? [] : DatasetDownloads.Missing(experiment, data))
            {
                output.WriteLine(line);
            }

            return 0;
        }

        if (DatasetDownloads.Missing(experiment, data).ToList() is { Count: > 0 } missing)
        {
            output.WriteLine(string.Join('\n', missing));
            output.WriteLine(FormattableString.Invariant($"Skipped: nothing was run, as {missing.Count} of {experiment.Datasets.Count} datasets are not on this machine."));
            return goal == PipelineGoal.Gate ? GateDesk.CouldNotJudge : 1;
        }

        var yaml = ExperimentWriter.ToYaml(experiment);
        var scalars = Path.Combine(request.RootDirectory, "artifacts", "experiments", name, "tensorboard");
        var executor = new ProcessExecutor(request.WorkerCommand, name, yaml, devices, jobs, scalars);
        var selection = graph.Select(goal);
        var observer = new RunPrinter(output, selection.Nodes.Count, terminal);
        graph.KeepCode(selection, store);
        using var remote = RemoteDesk.Open(request, output);
        var report = await new GraphRunner(store, executor, new RunOptions { Jobs = jobs }, observer, remote).RunAsync(selection, cancellation).ConfigureAwait(false);
        observer.Finish(report);
        await RemoteDesk.CloseAsync(remote, output).ConfigureAwait(false);
        SharedOutputs.Write(report, store, Path.Combine(request.RootDirectory, "artifacts", "experiments", name, "outputs"));
        if (!report.Succeeded)
        {
            return goal == PipelineGoal.Gate ? GateDesk.CouldNotJudge : 1;
        }

        return goal is PipelineGoal.Evaluate or PipelineGoal.Report or PipelineGoal.Benchmark or PipelineGoal.Gate
            ? new ResultsDesk(output, request.RootDirectory, name, yaml, experiment).Conclude(report, store, goal, request.UpdateBaseline)
            : 0;
    }
}
