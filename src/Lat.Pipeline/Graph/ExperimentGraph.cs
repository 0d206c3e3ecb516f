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
    public static ExperimentGraph Of(string name, Experiment experiment, Numerics numerics, DataFolder? data = null) =>
        new(name, [.. StagesOf(experiment, data ?? new DataFolder(null))], numerics);

    /// <summary>
    /// The stage of a name, without the graph around it: a worker asks no other stage for its fields, nor for its code. Null where the
    /// experiment has none of that name. It knows no datasets' folder: where its inputs lie is in its order.
    /// </summary>
    internal static Stage? Find(Experiment experiment, string name)
    {
        foreach (var stage in StagesOf(experiment, new DataFolder(null)))
        {
            if (stage.Name == name)
            {
                return stage;
            }
        }

        return null;
    }

    private static IEnumerable<Stage> StagesOf(Experiment experiment, DataFolder data)
    {
        foreach (var stage in ImportStages.Of(experiment, data))
        {
            yield return stage;
        }

        foreach (var stage in experiment.Seeds.SelectMany(seed => StagesOf(experiment, seed)))
        {
            yield return stage;
        }

        foreach (var target in experiment.Targets)
        {
            foreach (var stage in StatisticsStages.Of(experiment, target.Value))
            {
                yield return stage;
            }
        }

        yield return new ReportStage(experiment);
    }

    private static IEnumerable<Stage> StagesOf(Experiment experiment, Seed seed) =>
        [
            .. DetectorStages.Of(experiment, seed),
            .. LatStages.Of(experiment, seed),
            .. experiment.Targets.SelectMany(target => TargetStages.Of(experiment, target.Value, seed)),
        ];

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
