using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>Plain instances for tests that do not care about the rest.</summary>
internal static class Some
{
    public static StageKeyParts Parts(string kind = "detector") => new()
    {
        Kind = kind,
        CodeRevision = "1",
        Fields = [new("train.learningRate", "0.01"), new("train.epochs", "12")],
        Inputs = [new("images", Hash("images")), new("annotations", Hash("annotations"))],
        Seed = new Seed(7),
        Numerics = [new("libtorch", "1.13.1")],
    };

    public static ContentHash Hash(string text) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text));

    public static StageNode Node(string name, params string[] upstream) => new()
    {
        Name = name,
        Kind = name.Split('/')[0],
        CodeRevision = "1",
        Fields = [new("name", name)],
        Inputs = [.. upstream.Select(node => new StageInput(node, node, "out.txt"))],
    };

    public static StageGraph Graph(params IEnumerable<StageNode> nodes) => new("quickstart", nodes);

    /// <summary>import → train → (report, plot), and an import that nobody but `other` needs.</summary>
    public static StageGraph Diamond() => Graph(
        Node("import"), Node("train", "import"), Node("report", "train", "import"), Node("plot", "train"), Node("spare"), Node("other", "spare"));

    /// <summary>The graph with one node changed.</summary>
    public static StageGraph With(this StageGraph graph, string name, Func<StageNode, StageNode> change) =>
        new(graph.Name, graph.Nodes.Select(node => node.Name == name ? change(node) : node));

    public static StageNode WithField(this StageNode node, string path, string value) =>
        node with { Fields = [.. node.Fields.Where(field => field.Path != path), new SpecField(path, value)] };
}
