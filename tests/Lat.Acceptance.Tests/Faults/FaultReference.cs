using Lat.Artifacts;
using Lat.Reports;

namespace Lat.Acceptance.Tests;

/// <summary>What a run to which nothing happens makes, and in how many steps.</summary>
/// <param name="Nodes">The last result of every node.</param>
/// <param name="Results">The measurements of `results.json`.</param>
/// <param name="DoorSteps">Steps on the disk that the front door takes.</param>
/// <param name="WorkerSteps">Those of its workers together.</param>
internal sealed record FaultReference(IReadOnlyDictionary<string, StageResult> Nodes, ExperimentResults Results, long DoorSteps, long WorkerSteps)
{
    /// <summary>The outputs under every key. Nodes of equal keys have equal outputs.</summary>
    public IReadOnlyDictionary<StageKey, StageResult> ByKey { get; } = Nodes.Values.DistinctBy(result => result.Key).ToDictionary(result => result.Key);

    /// <param name="workshop">Its pipeline has run to the end.</param>
    /// <param name="plan">Has counted.</param>
    public static FaultReference Of(Workshop workshop, FaultPlan plan) =>
        new(NodesOf(workshop), ResultsOf(workshop), plan.StepsOf(FaultyProcess.FrontDoor), plan.StepsOf(FaultyProcess.Worker));

    public static IReadOnlyDictionary<string, StageResult> NodesOf(Workshop workshop)
    {
        var (store, folder) = (new ArtifactStore(workshop.Store), Path.Combine(workshop.Store, "history", "mini"));
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(folder, path), null))
            .Order(StringComparer.Ordinal)
            .ToDictionary(node => node, node => store.History.Last("mini", node) ?? throw new InvalidDataException($"The record of {node} is damaged."));
    }

    public static ExperimentResults ResultsOf(Workshop workshop) =>
        ResultsFile.Read(Path.Combine(workshop.Root, "artifacts", "experiments", "mini", "results.json"));
}
