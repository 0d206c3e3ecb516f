using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Runs stages that have a stored result once more, into a store of their own, and compares the bytes. Each takes its inputs from the
/// stored results of the stages before it, so that a difference is the stage's own and not inherited.
/// </summary>
public sealed class Reproduction
{
    private readonly ArtifactStore _store;
    private readonly IReadOnlyList<PlannedStage> _stages;

    /// <param name="plan">What the store has of the experiment.</param>
    /// <param name="store">Has the stored results; it is only read.</param>
    /// <param name="stages">The stages to run again, by name or pattern; none: all.</param>
    /// <exception cref="LatException">A pattern fits nothing, or a chosen stage has no stored result; all such are named.</exception>
    public Reproduction(RunPlan plan, ArtifactStore store, IReadOnlyList<string> stages)
    {
        _store = store;
        _stages = [.. StagePatterns.Choose(plan.Graph, stages).Select(node => plan[node.Name])];
        if (_stages.Where(stage => stage.Result is null).Select(stage => stage.Node.Name).ToList() is { Count: > 0 } missing)
        {
            throw new LatException(FormattableString.Invariant(
                $"There is nothing to compare with: {missing.Count} of {_stages.Count} stages have no stored result ({string.Join(", ", missing)}). ") +
                "Run the experiment first, or choose stages that have one with --stage.");
        }

        Graph = new StageGraph(plan.Graph.Name, _stages.Select(stage => CutLoose(plan, stage.Node)));
    }

    /// <summary>The chosen stages, each with stored files in place of the stages before it: none waits for another, and their keys are as before.</summary>
    public StageGraph Graph { get; }

    /// <summary>Compares what the chosen stages made this time.</summary>
    /// <param name="report">Of a run of <see cref="Graph"/>.</param>
    /// <param name="scratch">The store that it ran on.</param>
    /// <exception cref="DamagedBlobException">A stored file is damaged.</exception>
    public EquatableArray<ReproducedStage> Compare(RunReport report, ArtifactStore scratch) =>
        [.. _stages.Select(stage => Compare(stage, report[stage.Node.Name], scratch))];

    private ReproducedStage Compare(PlannedStage stage, StageOutcome outcome, ArtifactStore scratch)
    {
        var reproduced = new ReproducedStage
        {
            Node = stage.Node,
            Stored = stage.Result!,
            Again = outcome.Result,
            Fault = outcome.Result is null ? outcome.Error?.Message ?? outcome.SkipReason : null,
        };
        if (outcome.Result is not { } again)
        {
            return reproduced;
        }

        var names = stage.Result!.Outputs.Concat(again.Outputs).Select(output => output.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return reproduced with
        {
            Differences = [.. names.Select(name => Compare(name, stage.Result.FindOutput(name), again.FindOutput(name), scratch)).OfType<OutputDifference>()],
        };
    }

    private OutputDifference? Compare(string name, StageOutput? stored, StageOutput? again, ArtifactStore scratch)
    {
        if (stored is null || again is null)
        {
            return new OutputDifference(name, stored, again, null, 0);
        }

        if (stored.Hash == again.Hash)
        {
            return null;
        }

        var (left, right) = (_store.VerifiedPath(stored), scratch.VerifiedPath(again));
        var difference = StoreFiles.Guard("compare", left, () => FileDifference.Of(left, right));
        return new OutputDifference(name, stored, again, difference.FirstOffset, difference.DifferingBytes);
    }

    private StageNode CutLoose(RunPlan plan, StageNode node)
    {
        var inputs = new InputResolver().Resolve(node with { ExternalInputs = [] }, name => plan[name].Result!);
        return node with { Inputs = [], ExternalInputs = [.. node.ExternalInputs, .. inputs.Select(Stored)] };
    }

    private ExternalInput Stored(ResolvedInput input)
    {
        var output = input.Output!;
        return new ExternalInput(input.Name, _store.Layout.Blob(output.Hash), _ =>
        {
            _store.VerifiedPath(output);
            return output.Hash;
        });
    }
}
