namespace Lat.Artifacts;

/// <summary>What became of every stage of a run.</summary>
public sealed class RunReport
{
    private readonly Dictionary<string, StageOutcome> _byName;

    /// <param name="stages">One for each stage, in topological order.</param>
    public RunReport(IReadOnlyList<StageOutcome> stages)
    {
        Stages = stages;
        _byName = stages.ToDictionary(stage => stage.Node.Name, StringComparer.Ordinal);
    }

    /// <summary>In topological order.</summary>
    public IReadOnlyList<StageOutcome> Stages { get; }

    /// <exception cref="KeyNotFoundException">The run had no such node.</exception>
    public StageOutcome this[string node] => _byName[node];

    /// <summary>Whether every stage has a result.</summary>
    public bool Succeeded => Stages.All(stage => stage.Result is not null);

    public int Count(StageStatus status) => Stages.Count(stage => stage.Status == status);
}
