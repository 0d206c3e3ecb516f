namespace Lat.Pipeline.Tests;

public sealed class ExperimentFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ExperimentFileTests()
    {
        Directory.CreateDirectory(_folder["experiments/deep"]);
        File.WriteAllText(_folder["experiments/some.yaml"], Some.Yaml);
        File.WriteAllText(_folder["experiments/deep/twin.yaml"], "extends: some\nseeds: [4]\n");
        File.WriteAllText(_folder["elsewhere.yaml"], "extends: some\nseeds: [5]\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("some", 1)]
    [InlineData("some.yaml", 1)]
    [InlineData("deep/twin", 4)]
    [InlineData("elsewhere.yaml", 5)]
    [InlineData("experiments/some.yaml", 1)]
    public void AnExperimentIsFoundByNameOrByPathAndExtendsByName(string experiment, ulong seed) =>
        Assert.Equal([new Seed(seed)], ExperimentFile.Load(_folder.Path, experiment, []).Seeds);

    [Fact]
    public void AnUnknownExperimentIsRefusedWithThoseThereAre() => Assert.Equal(
        "No experiment 'quick'. There are: deep/twin, some; or give the path of a YAML file.",
        Assert.Throws<LatException>(() => ExperimentFile.Load(_folder.Path, "quick", [])).Message);

    [Fact]
    public void OverridesAreAppliedInOrder() =>
        Assert.Equal([new Seed(3)], ExperimentFile.Load(_folder.Path, "some", ["seeds=[2]", "seeds=[3]"]).Seeds);
}
