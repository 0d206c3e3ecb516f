using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class StageIdentitiesTests
{
    [Fact]
    public void AStageIsTheSameWhateverTheNamesAre()
    {
        var before = StageIdentities.Of(SlurmWorkshop.Graph());
        var renamed = new StageGraph("other", SlurmWorkshop.Graph().Nodes.Select(node => node with
        {
            Name = "x/" + node.Name, Inputs = [.. node.Inputs.Select(input => input with { Node = "x/" + input.Node })],
        }));

        Assert.Equal(before.Values, StageIdentities.Of(renamed).Values);
    }

    [Fact]
    public void AChangeReachesTheStageAndAllBehindIt()
    {
        var (before, after) = (StageIdentities.Of(SlurmWorkshop.Graph()), StageIdentities.Of(SlurmWorkshop.Graph(field: "2")));

        Assert.Equal(["a/1", "b/1", "c"], before.Keys.Where(name => before[name] != after[name]));
    }

    [Fact]
    public void WhatAStageNeedsOfTheMachineIsNotPartOfIt()
    {
        var node = SlurmWorkshop.Node("a/1", "1");

        Assert.Equal(
            StageIdentities.Of(new StageGraph("some", [node])).Values,
            StageIdentities.Of(new StageGraph("some", [node with { Needs = new StageNeeds { Threads = 9, UsesDevice = true } }])).Values);
    }

    [Fact]
    public void AnInputThatCannotBeReadIsNamed()
    {
        var node = SlurmWorkshop.Node("a/1", "1") with { ExternalInputs = [ExternalInput.File("weights", "/no/such/file")] };

        Assert.StartsWith(
            "The input 'weights' of stage 'a/1' cannot be read: /no/such/file.",
            Assert.Throws<LatException>(() => StageIdentities.Of(new StageGraph("some", [node]))).Message, StringComparison.Ordinal);
    }
}
