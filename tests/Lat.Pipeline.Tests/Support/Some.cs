using Lat.Artifacts;
using Lat.Experiments;

namespace Lat.Pipeline.Tests;

/// <summary>Small things to test with.</summary>
internal static class Some
{
    /// <summary>Three datasets, one target, the default methods.</summary>
    public const string Yaml = """
        version: 1
        description: A small question.
        datasets:
          coarse: { kind: streets, space: coarse, train: 4, validation: 2 }
          fine: { kind: streets, space: fine, train: 4, validation: 2 }
          mid: { kind: streets, space: mid, train: 4, validation: 2 }
        targets: [mid]

        """;

    public static Numerics Numerics { get; } = new("cpu", "1.13.1");

    public static Experiment Experiment(params string[] overrides) => Of(Yaml, overrides);

    public static Experiment Of(string yaml, params string[] overrides) =>
        ExperimentBinder.Bind<Experiment>(DetectorDefaults.Apply(ExperimentDocument.Parse(yaml, "some.yaml", overrides)));

    public static ExperimentGraph Graph(params string[] overrides) => ExperimentGraph.Of("some", Experiment(overrides), Numerics);

    /// <summary>
    /// The identity of every stage by name: its key where every stage's outputs were named for the key that made them, so that a stage
    /// whose inputs are made otherwise differs too.
    /// </summary>
    public static IReadOnlyDictionary<string, ContentHash> Keys(StageGraph graph)
    {
        var keys = new Dictionary<string, ContentHash>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            keys.Add(node.Name, new StageKeyParts
            {
                Kind = node.Kind,
                CodeRevision = node.CodeRevision,
                Fields = node.Fields,
                Seed = node.Seed,
                Numerics = node.Numerics,
                Inputs = node.Inputs.Select(input => new KeyInput(
                    input.Name, ContentHash.Of(System.Text.Encoding.UTF8.GetBytes($"{keys[input.Node]} {input.Output}")))).ToEquatableArray(),
            }.ToKey().Hash);
        }

        return keys;
    }

    /// <summary>The stages whose own fields, seed or numerics differ between two graphs, whatever their inputs do; by name.</summary>
    public static IEnumerable<string> ChangedThemselves(ExperimentGraph before, ExperimentGraph after) => before.Nodes.Nodes
        .Where(node => after.Nodes.Contains(node.Name))
        .Where(node => after.Nodes[node.Name] is var other && (node.Fields != other.Fields || node.Seed != other.Seed || node.Numerics != other.Numerics || node.Inputs != other.Inputs))
        .Select(node => node.Name);
}
