namespace Lat.Reports.Tests;

public sealed class BaselineFileTests : IDisposable
{
    private static readonly GateBaseline Baseline = GateBaseline.Of(
        "quickstart",
        ContentHash.Of([7]),
        [new BaselineFact("libtorch", "1.13.1")],
        [new GateOptions { Target = Some.Mid, Method = "lat" }, new GateOptions { Target = Some.Mid, Method = "baseline", Metric = new MetricName("ap/car") }],
        Some.TwoSeeds().Results.ToList());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-baseline-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ABaselineReadsBackAsItWasWritten()
    {
        var path = BaselineFile.PathOf(_folder.FullName, "quickstart");
        Assert.Equal(Path.Join(_folder.FullName, "experiments", "baselines", "quickstart.json"), path);
        BaselineFile.Write(path, Baseline);
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(Baseline, BaselineFile.Read(path));
        BaselineFile.Write(path, BaselineFile.Read(path)!);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void AnUnknownSpreadReadsBackAsUnknown()
    {
        var path = Path.Join(_folder.FullName, "b.json");
        BaselineFile.Write(path, Baseline with { Entries = [Baseline.Entries[0] with { Interval = Interval.Unknown }] });
        Assert.Contains("\"low\": null", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.False(BaselineFile.Read(path)!.Entries[0].Interval.IsKnown);
    }

    [Fact]
    public void NoFileIsNoBaseline() => Assert.Null(BaselineFile.Read(Path.Join(_folder.FullName, "none.json")));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\": 1}")]
    [InlineData("{\"schemaVersion\": 1, \"experiment\": \"q\", \"specification\": \"x\", \"provenance\": [], \"entries\": []}")]
    public void ABrokenFileIsNamedWithWhatToDo(string text)
    {
        var path = Path.Join(_folder.FullName, "broken.json");
        File.WriteAllText(path, text);
        var fault = Assert.Throws<LatException>(() => BaselineFile.Read(path));
        Assert.StartsWith($"'{path}' is not a baseline: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--update-baseline", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherVersionIsTold()
    {
        var path = Path.Join(_folder.FullName, "b.json");
        BaselineFile.Write(path, Baseline with { SchemaVersion = 9 });
        Assert.Contains("has schemaVersion 9; this Lat reads 1", Assert.Throws<LatException>(() => BaselineFile.Read(path)).Message, StringComparison.Ordinal);
    }
}
