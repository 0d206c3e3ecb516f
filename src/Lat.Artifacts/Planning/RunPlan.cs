using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What a run would do, in the order in which it would start it.</summary>
public sealed class RunPlan
{
    private readonly Dictionary<string, PlannedStage> _byName;

    internal RunPlan(StageGraph graph, IReadOnlyList<PlannedStage> stages)
    {
        (Graph, Stages) = (graph, stages);
        _byName = stages.ToDictionary(stage => stage.Node.Name, StringComparer.Ordinal);
    }

    public StageGraph Graph { get; }

    /// <summary>In topological order.</summary>
    public IReadOnlyList<PlannedStage> Stages { get; }

    /// <exception cref="KeyNotFoundException">The plan has no such node.</exception>
    public PlannedStage this[string node] => _byName[node];

    /// <summary>
    /// Why a stage may run, traced to where it begins: every stage at or above it that has reasons of its own, nearest first, each by a
    /// shortest chain of inputs.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no such node.</exception>
    public EquatableArray<Cause> CausesOf(string node)
    {
        var (causes, seen, open) = (new List<Cause>(), new HashSet<string>(StringComparer.Ordinal) { node }, new Queue<EquatableArray<string>>([[node]]));
        while (open.TryDequeue(out var chain))
        {
            var reasons = _byName[chain[^1]].Reasons;
            if (reasons.Where(reason => reason.Kind != DifferenceKind.InputPending).ToEquatableArray() is { Count: > 0 } own)
            {
                causes.Add(new Cause(chain, own));
            }

            foreach (var upstream in reasons.Where(reason => reason.Kind == DifferenceKind.InputPending && seen.Add(reason.Name)))
            {
                open.Enqueue([.. chain, upstream.Name]);
            }
        }

        return [.. causes];
    }

    public int Count(StageDecision decision) => Stages.Count(stage => stage.Decision == decision);

    /// <summary>The sum of the last times of the stages that may run, in seconds; stages without a history count nothing.</summary>
    public double LastSeconds => Stages.Where(stage => stage.Decision != StageDecision.Reuse).Sum(stage => stage.LastSeconds ?? 0);
}
