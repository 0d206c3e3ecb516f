using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The pipeline's one entrance: the Nuke targets and the `lat` command both come in here.</summary>
/// <param name="output">Where progress and tables go; the caller owns it.</param>
/// <param name="terminal">What the output is shown on, where running stages are drawn again in place; null where it is no terminal.</param>
public sealed class FrontDoor(TextWriter output, Terminal? terminal = null)
{
    /// <summary>The exit code after an interruption, as shells have it for Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Does what the goal asks and prints what was made and where.</summary>
    /// <returns>
    /// 0; 1 where a gate was missed, a stage failed or a reproduction differs; 2 where a gate could not be judged, a failed stage before it
    /// included; <see cref="Interrupted"/>.
    /// </returns>
    /// <exception cref="LatException">The experiment is not valid, the machine lacks something, or its disk refuses; the message says what to do.</exception>
    public int Run(PipelineGoal goal, PipelineRequest request) => RunAsync(goal, request, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc cref="Run"/>
    /// <param name="goal">What is asked for.</param>
    /// <param name="request">Of which experiment, on which machine.</param>
    /// <param name="cancellation">Ends the stages that are running; what is done is kept.</param>
    public async Task<int> RunAsync(PipelineGoal goal, PipelineRequest request, CancellationToken cancellation)
    {
        if (request.Stages.Count > 0 && goal != PipelineGoal.Reproduce)
        {
            throw new LatException($"--stage chooses what Reproduce runs again; {goal} runs what it needs by itself. Leave it out.");
        }

        try
        {
            return await WorkAsync(goal, request, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, request.RootDirectory);
        }
    }

    private async Task<int> WorkAsync(PipelineGoal goal, PipelineRequest request, CancellationToken cancellation)
    {
        var prepared = PreparedExperiment.Of(request);
        if (goal is PipelineGoal.Plan or PipelineGoal.Explain)
        {
            Show(goal, prepared);
            return 0;
        }

        if (DatasetDownloads.Missing(prepared.Experiment, prepared.Data).ToList() is { Count: > 0 } missing)
        {
            output.WriteLine(string.Join('\n', missing));
            output.WriteLine(FormattableString.Invariant($"Skipped: nothing was run, as {missing.Count} of {prepared.Experiment.Datasets.Count} datasets are not on this machine."));
            return goal == PipelineGoal.Gate ? GateDesk.CouldNotJudge : 1;
        }

        return goal switch
        {
            PipelineGoal.Lock => new LockDesk(output).Write(prepared),
            PipelineGoal.Reproduce => await new ReproductionDesk(output, terminal).RunAsync(prepared, cancellation).ConfigureAwait(false),
            _ => await new RunDesk(output, terminal).RunAsync(goal, prepared, cancellation).ConfigureAwait(false),
        };
    }

    private void Show(PipelineGoal goal, PreparedExperiment prepared)
    {
        var (request, graph) = (prepared.Request, prepared.Graph);
        var plan = Planner.Plan(graph.Nodes, prepared.Store, graph.CodeOf);
        output.WriteLine(goal == PipelineGoal.Plan ? PlanText.Format(plan, prepared.EstimatedJobs) : request.Json ? ExplanationJson.Format(plan) : Explainer.Format(plan));
        foreach (var line in request.Json ? [] : DatasetDownloads.Missing(prepared.Experiment, prepared.Data))
        {
            output.WriteLine(line);
        }
    }
}
