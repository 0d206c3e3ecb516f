using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Foresees what a run would do, without changing anything.</summary>
public static class Planner
{
    /// <param name="graph">The stages.</param>
    /// <param name="store">Has their results.</param>
    /// <param name="codeOf">The listing of a node's code as it is now, so that a changed method can be named; null: only that the code changed.</param>
    /// <exception cref="LatException">An external input cannot be read, or a stored result lacks an output that a node takes.</exception>
    public static RunPlan Plan(StageGraph graph, ArtifactStore store, Func<StageNode, CodeListing>? codeOf = null)
    {
        var code = new CodeExplanation(new CodeArchive(store.Directory), codeOf);
        var resolver = new InputResolver();
        var known = new Dictionary<string, StageResult>(StringComparer.Ordinal);
        var stages = new List<PlannedStage>(graph.Nodes.Count);
        foreach (var node in graph.Nodes)
        {
            var pending = graph.Upstream(node.Name).Select(upstream => upstream.Name).Where(name => !known.ContainsKey(name)).ToList();
            var stage = pending.Count > 0
                ? Foresee(graph, store, node, pending)
                : Decide(graph, store, node, resolver.Resolve(node, name => known[name]));
            stages.Add(stage = stage with { Reasons = code.Refine(node, stage.Reasons) });
            if (stage.Result is not null)
            {
                known.Add(node.Name, stage.Result);
            }
        }

        return new RunPlan(graph, stages);
    }

    private static PlannedStage Decide(StageGraph graph, ArtifactStore store, StageNode node, IReadOnlyList<ResolvedInput> inputs)
    {
        var parts = InputResolver.ToParts(node, inputs);
        var key = parts.ToKey();
        var lookup = store.Inspect(key);
        if (lookup.Result is not null)
        {
            return new PlannedStage
            {
                Node = node, Decision = StageDecision.Reuse, Key = key, Result = lookup.Result, LastSeconds = lookup.Result.Measurements.Seconds,
                LastBytes = BytesOf(lookup.Result),
            };
        }

        var last = store.History.Last(graph.Name, node.Name);
        return new PlannedStage
        {
            Node = node,
            Decision = StageDecision.Run,
            Key = key,
            Reasons = lookup.Damage is not null ? [new KeyDifference(DifferenceKind.ResultDamaged, New: lookup.Damage)] : Reasons(last, parts),
            LastSeconds = last?.Measurements.Seconds,
            LastBytes = BytesOf(last),
        };
    }

    private static EquatableArray<KeyDifference> Reasons(StageResult? last, StageKeyParts parts) => last is null
        ? [new KeyDifference(DifferenceKind.NeverRun)]
        : Explainer.Compare(last.Parts, parts) is { Count: > 0 } differences ? differences : [new KeyDifference(DifferenceKind.ResultGone)];

    private static long? BytesOf(StageResult? result) => result?.Outputs.Sum(output => output.Size);

    private static PlannedStage Foresee(StageGraph graph, ArtifactStore store, StageNode node, IReadOnlyList<string> pending)
    {
        var last = store.History.Last(graph.Name, node.Name);
        var own = last is null
            ? [new KeyDifference(DifferenceKind.NeverRun)]
            : Explainer.CompareWithoutInputs(last.Parts, InputResolver.ToParts(node, []));
        return new PlannedStage
        {
            Node = node,
            Decision = own.Count > 0 ? StageDecision.Run : StageDecision.RunIfInputChanges,
            Reasons = [.. own, .. last is null ? [] : pending.Select(name => new KeyDifference(DifferenceKind.InputPending, name))],
            LastSeconds = last?.Measurements.Seconds,
            LastBytes = BytesOf(last),
        };
    }
}
