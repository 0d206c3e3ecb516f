namespace Lat.Reports.Tests;

public sealed class ResultsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-results").FullName;

    private string FilePath => Path.Combine(_folder, "new", "results.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WhatIsWrittenReadsBackEqual()
    {
        ResultsFile.Write(FilePath, Some.Whole());
        Assert.Equal(Some.Whole().Ordered(), ResultsFile.Read(FilePath));
        Assert.Equal(["results.json"], Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Select(Path.GetFileName));
    }

    [Fact]
    public void StatisticsRowsAndCostsReadBackEqual()
    {
        ResultsFile.Write(FilePath, Some.Measured());
        Assert.Equal(Some.Measured().Ordered(), ResultsFile.Read(FilePath));
        Assert.Equal(["baseline", "pseudo-label", "lat", "oracle"], ResultsFile.Read(FilePath).Statistics.Select(row => row.Method));
    }

    [Fact]
    public void AFileOfTheFirstVersionIsReadAsOneThatLacksWhatCameLater()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, """{"schemaVersion":1,"experiment":"a","targets":["mid"],"methods":["lat"],"results":[],"stages":[{"name":"s","kind":"k","key":"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a","outcome":"ran","seconds":2}]}""");
        var read = ResultsFile.Read(FilePath);
        Assert.Equal((ExperimentResults.CurrentSchemaVersion, 0, RunCost.None), (read.SchemaVersion, read.Statistics.Count, read.Cost));
        Assert.Null(Assert.Single(read.Stages).PeakMemoryBytes);
    }

    [Fact]
    public void TheOrderOfTheResultsLeavesNoTrace()
    {
        var shuffled = Some.Whole() with
        {
            Results = Some.Whole().Results.Reverse().ToEquatableArray(),
            Environment = Some.Whole().Environment.Reverse().ToEquatableArray(),
        };
        Assert.Equal(ResultsFile.ToJson(Some.Whole()), ResultsFile.ToJson(shuffled));
    }

    [Fact]
    public void TheSchemaIsTheDocumentedOne() => Assert.Equal(Some.Expected("results.json"), ResultsFile.ToJson(Some.Whole() with
    {
        Methods = ["lat"],
        Results = [Some.Result("lat", 0.5)],
        Statistics = [.. Some.Measured().Statistics.Where(row => row.Method == "lat").Select(row => row with { Measured = row.Measured with { Metrics = [.. row.Measured.Metrics.Take(1)] } })],
        Rows = [Some.Measured().Rows[1]],
        Cost = Some.Measured().Cost,
    }));

    [Theory]
    [InlineData("", "is not a results file")]
    [InlineData("[]", "has no schemaVersion")]
    [InlineData("""{"schemaVersion":"1"}""", "has no schemaVersion")]
    [InlineData("""{"schemaVersion":9}""", "has schemaVersion 9; this Lat reads 1 to 2")]
    [InlineData("""{"schemaVersion":1,"experiment":"a"}""", "targets")]
    [InlineData("""{"schemaVersion":1,"experiment":"a","targets":["A B"],"methods":[],"results":[]}""", "Not a dataset name: 'A B'")]
    public void WhatIsNoResultsFileIsRefusedByName(string json, string message)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, json);
        var fault = Assert.Throws<LatException>(() => ResultsFile.Read(FilePath));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains(FilePath, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileSaysHowToMakeIt() =>
        Assert.Contains("./build.sh Benchmark", Assert.Throws<LatException>(() => ResultsFile.Read(FilePath)).Message, StringComparison.Ordinal);

    [Fact]
    public void AResultTwiceOrOfAnUnknownMethodIsOurBug()
    {
        var results = Some.TwoSeeds();
        Assert.Throws<ArgumentException>(() => (results with { Results = [Some.Result("lat", 1), Some.Result("lat", 1)] }).Ordered());
        Assert.Throws<ArgumentException>(() => (results with { Results = [Some.Result("unknown", 1)] }).Ordered());
    }
}
