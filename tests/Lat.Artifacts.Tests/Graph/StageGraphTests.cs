using Lat.Core;

namespace Lat.Artifacts.Tests;

public class StageGraphTests
{
    [Fact]
    public void EveryNodeComesAfterItsInputsAndOtherwiseInTheOrderGiven()
    {
        var graph = Some.Graph(Some.Node("report", "b", "a"), Some.Node("b", "c"), Some.Node("a"), Some.Node("c"));

        Assert.Equal(["a", "c", "b", "report"], graph.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void EveryFaultIsInOneMessage()
    {
        StageNode[] nodes =
        [
            Some.Node("a", "nowhere"),
            Some.Node("a"),
            Some.Node("../b"),
            Some.Node("c") with { Inputs = [new("x", "a"), new("x", "gone")] },
        ];

        var exception = Assert.Throws<StageGraphNotValidException>(() => Some.Graph(nodes));

        Assert.Equal(
            """
            The stages of 'quickstart' do not fit together:
              '../b' is not a name. A name is parts of letters, digits, '-', '_' and '.', joined by '/', none beginning with '.', 200 characters at most.
              two stages are named 'a'
              'c' has two inputs named 'x'
              'a' takes its input 'nowhere' from 'nowhere', which does not exist
              'c' takes its input 'x' from 'gone', which does not exist
            """,
            exception.Message);
        Assert.Equal(5, exception.Faults.Count);
    }

    [Fact]
    public void ACycleIsShownAlongItsPath()
    {
        var exception = Assert.Throws<StageGraphNotValidException>(() =>
            Some.Graph(Some.Node("start"), Some.Node("a", "c", "start"), Some.Node("b", "a"), Some.Node("c", "b"), Some.Node("end", "c")));

        Assert.Equal(["these stages wait for each other: a → b → c → a"], exception.Faults);
    }

    [Fact]
    public void ASelectionHoldsAllThatItsTargetsNeedAndNothingElse()
    {
        Assert.Equal(["import", "train", "plot"], Some.Diamond().Select(["plot"]).Nodes.Select(node => node.Name));
        Assert.Equal(["import", "train", "report", "spare", "other"], Some.Diamond().SelectKinds("report", "other").Nodes.Select(node => node.Name));
    }

    [Fact]
    public void UnknownTargetsAreAllNamed()
    {
        var exception = Assert.Throws<LatException>(() => Some.Diamond().Select(["plott", "train", "x"]));

        Assert.Equal("'quickstart' has no stage 'plott', 'x'. It has: import, train, report, plot, spare, other.", exception.Message);
    }

    [Fact]
    public void NodesKnowTheirNeighbours()
    {
        var graph = Some.Diamond();

        Assert.Equal(["train", "import"], graph.Upstream("report").Select(node => node.Name));
        Assert.Equal(["report", "plot"], graph.Dependents("train"));
    }
}
