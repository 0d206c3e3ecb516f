using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class OverrideTests
{
    private const string Yaml = Some.Minimal + """
        steps:
          - {name: first}
          - {name: second, count: 2}
        sources:
          fine: {kind: streets, count: 5}
          a.b: {kind: none}

        """;

    [Theory]
    [InlineData("steps[1].count=7", 1)]
    [InlineData("steps.second.count=7", 1)]
    [InlineData("steps[second].count=7", 1)]
    [InlineData("steps['second'].count=7", 1)]
    [InlineData("steps[0].count = 7", 0)]
    public void AnItemIsChosenByIndexOrByName(string text, int index) => Assert.Equal(7, Some.Bound(Yaml, text).Steps[index].Count);

    [Theory]
    [InlineData("sources.fine.weight=2", "fine")]
    [InlineData("sources[fine].weight=2", "fine")]
    [InlineData("sources['a.b'].weight=2", "a.b")]
    [InlineData("sources[\"a.b\"].weight=2", "a.b")]
    public void AnEntryOfAMapIsChosenByName(string text, string name) => Assert.Equal(2, Some.Bound(Yaml, text).Sources[name].Weight);

    [Fact]
    public void AFieldThatTheFileLeavesOutIsPutIn()
    {
        var bound = Some.Bound(Yaml, "training.epochs=3", "size.width=100", "sources.new={kind: none, weight: 3}", "classes=[a, b]");
        Assert.Equal(3, bound.Training.Epochs);
        Assert.Equal(new ImageSize(100, 192), bound.Size);
        Assert.Equal(3, bound.Sources["new"].Weight);
        Assert.Equal([new ClassName("a"), new ClassName("b")], bound.Classes);
    }

    [Fact]
    public void TheLastOverrideOfAFieldHolds() => Assert.Equal(new Seed(2), Some.Bound(Yaml, "seed=1", "seed=2").Seed);

    [Fact]
    public void AMappingIsReplacedWhole() =>
        Assert.Equal(new SampleTraining { Epochs = 2 }, Some.Bound("version: 1\nname: a\ntraining: {flip: false}\n", "training={epochs: 2}").Training);

    [Theory]
    [InlineData("note=a=b", "a=b")]
    [InlineData("note='a: b'", "a: b")]
    [InlineData("note=null", null)]
    [InlineData("note=", null)]
    [InlineData("note=''", "")]
    [InlineData("note=3", "3")]
    public void TheValueIsReadAsYaml(string text, string? value) => Assert.Equal(value, Some.Bound(Yaml, text).Note);

    [Fact]
    public void AnOverrideRepairsAFaultOfTheFile() => Assert.Equal(new Seed(1), Some.Bound(Yaml + "seed: x\n", "seed=1").Seed);

    [Theory]
    [InlineData("trainig.epochs=3", "unknown key 'trainig'; did you mean 'training'?")]
    [InlineData("training.epoch=3", "unknown key 'epoch' in 'training'; did you mean 'epochs'?")]
    [InlineData("training.epochs=abc", "'training.epochs' is 'abc'; expected a whole number")]
    [InlineData("training.milestones=[1, x]", "'training.milestones[1]' is 'x'; expected a whole number")]
    [InlineData("training.epochs", "there is no '='; expected path.to.field=value")]
    [InlineData("=3", "the path '' is empty")]
    [InlineData("training..epochs=3", "the path 'training..epochs' has an empty name")]
    [InlineData("training.=3", "the path 'training.' has an empty name")]
    [InlineData("steps[0]count=3", "the path 'steps[0]count' lacks a '.' after ']'")]
    [InlineData("steps[0.count=3", "the path 'steps[0.count' has a '[' without an index or a name and ']'")]
    [InlineData("steps[]=3", "the path 'steps[]' has a '[' without an index or a name and ']'")]
    [InlineData("steps[2].count=3", "'steps' has no item 2; its items are 0 to 1")]
    [InlineData("steps.secnd.count=3", "'steps' has no item named 'secnd'; did you mean 'second'?")]
    [InlineData("steps.another.count=3", "'steps' has no item named 'another'; names: first, second")]
    [InlineData("name.first=3", "'name' is 'mid', which has no first")]
    [InlineData("training[0]=3", "'training' is a mapping, which has no [0]")]
    [InlineData("note=[a", "this '[' has no ']', or a ',' is missing after it")]
    [InlineData("note=@x", "a value cannot begin with '@'; quote it")]
    [InlineData("note=a: b", "'a: b' is not one value; write a list as [a, b], a mapping as {a: 1}, and other text in quotes")]
    [InlineData("note=- a", "'- a' is not one value; write a list as [a, b], a mapping as {a: 1}, and other text in quotes")]
    [InlineData("note=!x a", "tag '!x'; the field decides the type, remove it")]
    [InlineData("version=2", "'version' is '2'; this build reads version 1")]
    [InlineData("extends=base", "unknown key 'extends'; 'extends' can only stand in a file")]
    public void AFaultyOverrideIsShownAsItWasGiven(string text, string fault) =>
        Assert.Equal(Some.Message($"--set '{text}'  {fault}"), Some.Refusal(Yaml, text));
}
