using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class SlurmGroupTests
{
    [Fact]
    public void TheMatrixOfPseudoLabelsIsOneArrayForEachDetector()
    {
        var graph = Some.Graph("methods=[pseudo-label]").Nodes;

        var groups = SlurmGroup.Of(graph, graph.Nodes, _ => false, 1000);

        var matrix = groups.Where(group => group.Kind == "pseudo-labels").ToList();
        Assert.Equal(3, matrix.Count);
        Assert.All(matrix, group => Assert.Equal(2, group.Nodes.Count));
        Assert.All(matrix, group => Assert.Single(group.Nodes.Select(node => node.Name.Split('/')[1].Split("-on-")[0]).Distinct()));
        Assert.Equal(6, groups.Single(group => group.Kind == "import").Nodes.Count);
        Assert.Equal(graph.Nodes.Select(node => node.Name).Order(), groups.SelectMany(group => group.Nodes).Select(node => node.Name).Order());
    }

    [Fact]
    public void EveryGroupComesAfterThoseItWaitsFor()
    {
        var graph = Some.Graph("seeds=[1, 2]").Nodes;
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var group in SlurmGroup.Of(graph, graph.Nodes, _ => false, 1000))
        {
            Assert.All(group.Nodes.SelectMany(node => graph.Upstream(node.Name)), upstream => Assert.Contains(upstream.Name, seen));
            seen.UnionWith(group.Nodes.Select(node => node.Name));
        }
    }

    [Fact]
    public void AnArrayHasNoMoreTasksThanTheClusterAllows()
    {
        var graph = Some.Graph().Nodes;

        var groups = SlurmGroup.Of(graph, graph.Nodes, _ => false, 4);

        Assert.Equal([4, 2], groups.Where(group => group.Kind == "import").Select(group => group.Nodes.Count));
    }

    [Fact]
    public void StagesOfOtherNeedsAreNoTasksOfOneArray()
    {
        var graph = new StageGraph("some", [SlurmWorkshop.Node("a/1", "1"), SlurmWorkshop.Node("a/2", "1") with { Needs = new StageNeeds { Threads = 4 } }]);

        Assert.Equal(2, SlurmGroup.Of(graph, graph.Nodes, _ => false, 1000).Count);
    }

    [Fact]
    public void AStageThatHasAJobIsInNoGroupButCounts()
    {
        var graph = SlurmWorkshop.Graph();

        var groups = SlurmGroup.Of(graph, graph.Nodes, node => node.Kind == "a", 1000);

        Assert.Equal(["b/1", "b/2", "c"], groups.Select(group => group.Label));
    }
}
