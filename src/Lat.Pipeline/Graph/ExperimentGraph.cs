using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The stages of an experiment and how they hang together (docs/architecture.md shows the picture).</summary>
public sealed class ExperimentGraph
{
    private readonly Dictionary<string, Stage> _stages;

    private ExperimentGraph(string name, IReadOnlyList<Stage> stages, Numerics numerics)
    {
        _stages = stages.ToDictionary(stage => stage.Name, StringComparer.Ordinal);
        Nodes = new StageGraph(name, stages.Select(stage => stage.ToNode(numerics)));
    }

    /// <summary>The graph as the kernel plans and runs it.</summary>
    public StageGraph Nodes { get; }

    /// <exception cref="KeyNotFoundException">There is no such stage.</exception>
    public Stage this[string name] => _stages[name];

    /// <param name="name">The name that the experiment's results are filed under.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="numerics">What of the machine's arithmetic changes bits.</param>
    /// <param name="data">Where the datasets lie; null: relative paths are the current folder's.</param>
    public static ExperimentGraph Of(string name, Experiment experiment, Numerics numerics, DataFolder? data = null)
    {
        var stages = new List<Stage>(ImportStages.Of(experiment, data ?? new DataFolder(null)));
        foreach (var seed in experiment.Seeds)
        {
            stages.AddRange(DetectorStages.Of(experiment, seed));
            stages.AddRange(LatStages.Of(experiment, seed));
            foreach (var target in experiment.Targets)
            {
                stages.AddRange(TargetStages.Of(experiment, target.Value, seed));
            }
        }

        stages.AddRange(experiment.Targets.SelectMany(target => StatisticsStages.Of(experiment, target.Value)));
        stages.Add(new ReportStage(experiment));
        return new ExperimentGraph(name, stages, numerics);
    }

    /// <summary>What the code of a node consists of.</summary>
    public CodeListing CodeOf(StageNode node) => CodeIdentity.ListingOf(_stages[node.Name].GetType());

    /// <summary>Leaves with a store what the code of these stages consists of, so that a later explanation can name the method that changed.</summary>
    public void KeepCode(StageGraph selection, ArtifactStore store)
    {
        var archive = new CodeArchive(store.Directory);
        foreach (var node in selection.Nodes.DistinctBy(node => node.CodeRevision))
        {
            if (CodeRevision.TryParse(node.CodeRevision) is { } revision && !archive.Has(revision.Identity))
            {
                archive.Keep(CodeOf(node));
            }
        }
    }

    /// <summary>The part of the graph that a goal needs.</summary>
    public StageGraph Select(PipelineGoal goal) => goal switch
    {
        PipelineGoal.Import => Under("import/"),
        PipelineGoal.Detectors => Under("detector/", "evaluate/detector/"),
        PipelineGoal.PseudoLabels => Under("pseudo-labels/"),
        PipelineGoal.LatModel => Under("lat-model/"),
        PipelineGoal.Transfer => Under("transfer/", "corrected/", "audit/", "alignment/"),
        PipelineGoal.Downstream => Under("downstream/"),
        _ => Nodes,
    };

    private StageGraph Under(params string[] prefixes) => Nodes.Select(
        Nodes.Nodes.Select(node => node.Name).Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))));
}
