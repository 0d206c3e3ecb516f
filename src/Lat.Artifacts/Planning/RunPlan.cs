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

    public int Count(StageDecision decision) => Stages.Count(stage => stage.Decision == decision);

    /// <summary>The sum of the last times of the stages that may run, in seconds; stages without a history count nothing.</summary>
    public double LastSeconds => Stages.Where(stage => stage.Decision != StageDecision.Reuse).Sum(stage => stage.LastSeconds ?? 0);
}
