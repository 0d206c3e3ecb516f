namespace Lat.Transfer.Tests;

public sealed class HandMappingTests
{
    private static NamedMap<ClassName> Map(params (string Name, string Class)[] entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Name, new ClassName(entry.Class))));

    [Fact]
    public void ClassesBecomeWhatWasWrittenDownAndThoseNotNamedAreDropped()
    {
        var renaming = HandMapping.Of(new LabelSpace("van", "sedan", "tree"), Some.Mid, Map(("van", "car"), ("sedan", "car")));
        Assert.Equal("car", renaming[new ClassName("van")]?.Value);
        Assert.Equal("car", renaming[new ClassName("sedan")]?.Value);
        Assert.Null(renaming[new ClassName("tree")]);
        Assert.Null(renaming[new ClassName("unheard of")]);
    }

    [Fact]
    public void EveryNameThatNoDatasetHasIsReportedAtOnce()
    {
        var refusal = Assert.Throws<LatException>(() => HandMapping.Of(Some.Coarse, Some.Mid, Map(("lorry", "car"), ("cyclist", "biker"))));
        Assert.Contains("the source has no class 'lorry'; it has: vehicle, cyclist", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the target has no class 'biker'; it has: car, bicycle, rider", refusal.Message, StringComparison.Ordinal);
    }
}
