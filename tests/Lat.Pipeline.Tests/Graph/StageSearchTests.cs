namespace Lat.Pipeline.Tests;

public sealed class StageSearchTests
{
    private static readonly string[] _allMethods = ["seeds=[1,2]", "methods=[baseline,pseudo-label,lat,lgpl,student-teacher,oracle]", "downstream.training.iterations=5000"];

    [Fact]
    public void EveryStageOfAGraphIsFoundByItsNameAndIsTheSame()
    {
        var experiment = Some.Experiment(_allMethods);
        var graph = ExperimentGraph.Of("some", experiment, Some.Numerics);
        Assert.All(graph.Nodes.Nodes, node =>
        {
            var found = ExperimentGraph.Find(experiment, node.Name)!.ToNode(Some.Numerics);
            Assert.Equal((node.Name, node.Kind, node.CodeRevision, node.Seed), (found.Name, found.Kind, found.CodeRevision, found.Seed));
            Assert.Equal(node.Fields, found.Fields);
            Assert.Equal(node.Inputs, found.Inputs);
        });
    }

    [Theory]
    [InlineData("import/mid")]
    [InlineData("import/mid/train/")]
    [InlineData("detector/mid/seed-7")]
    [InlineData("")]
    public void ANameThatTheExperimentHasNotFindsNothing(string name) => Assert.Null(ExperimentGraph.Find(Some.Experiment(), name));
}
