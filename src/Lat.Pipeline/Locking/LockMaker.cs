using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Reads off a prepared experiment what belongs into its lock.</summary>
internal static class LockMaker
{
    /// <param name="prepared">The experiment.</param>
    /// <param name="results">What the store has of each of its stages, by name.</param>
    /// <exception cref="LatException">A dataset cannot be read.</exception>
    public static ExperimentLock Make(PreparedExperiment prepared, IReadOnlyDictionary<string, StageResult> results) => new()
    {
        Numerics = Numerics(prepared),
        Inputs = Inputs(prepared),
        Weights = Weights(prepared),
        Subsets = Map(
            from result in results
            let list = SubsetOf(result.Value)
            where list is not null
            select KeyValuePair.Create(result.Key, list)),
        Results = Map(results.Select(result => KeyValuePair.Create(result.Key, Files(result.Value)))),
        Code = Map(prepared.Graph.Nodes.Nodes.GroupBy(node => node.Kind).Select(kind => KeyValuePair.Create(
            kind.Key, kind.Select(node => node.CodeRevision).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray()))),
        Experiment = prepared.Experiment,
    };

    public static NamedMap<string> Numerics(PreparedExperiment prepared) =>
        Map([KeyValuePair.Create("deviceKind", prepared.Numerics.DeviceKind), KeyValuePair.Create("torchVersion", prepared.Numerics.TorchVersion)]);

    /// <summary>The datasets on disk; weights are named in the experiment with their hash, and refused where they have another.</summary>
    public static NamedMap<string> Inputs(PreparedExperiment prepared) => Map(
        from node in prepared.Graph.Nodes.Nodes
        from input in node.ExternalInputs
        where input.Name == DatasetInput.Name
        select KeyValuePair.Create(node.Name, input.Hash(input.Path).Hex));

    public static NamedMap<string> Weights(PreparedExperiment prepared) =>
        Map(ExperimentWeights.Of(prepared.Experiment).Select(weights => KeyValuePair.Create(weights.Fields, weights.Sha256)));

    /// <summary>The hash of the list of images that an import chose; null for other stages.</summary>
    public static string? SubsetOf(StageResult result) => result.FindOutput(DatasetFiles.ImageList)?.Hash.Hex;

    /// <summary>The hashes of the files that a stage made.</summary>
    public static NamedMap<string> Files(StageResult result) => Map(result.Outputs.Select(output => KeyValuePair.Create(output.Name, output.Hash.Hex)));

    private static NamedMap<T> Map<T>(IEnumerable<KeyValuePair<string, T>> entries) => new(entries);
}
