using System.Text.Json;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatGotBetterIsShownWithItsInterval()
    {
        var (exitCode, output, errors) = LatCommand.Run(
            "compare", Results("a.json", 0.40, 0.50), Results("b.json", 0.421, 0.521), "--metric", "ap50", "--json", _folder["out.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("mid     lat     AP50     45.0    47.1        +2.1   +2.1 to +2.1  better*", output, StringComparison.Ordinal);
        Assert.Contains("1 better, 0 worse, 0 not shown to differ, 0 without an interval.", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["out.json"]));
        Assert.Equal("better", json.RootElement.GetProperty("rows")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public void AnUnknownMetricIsToldWithThoseThatThereAre()
    {
        var (exitCode, _, errors) = LatCommand.Run("compare", Results("a.json", 0.4), Results("b.json", 0.5), "--metric", "map");
        Assert.Equal(1, exitCode);
        Assert.Contains("--metric map: nothing of that name is measured. A metric is one of ap, ap50", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsWithNothingInCommonAreTold()
    {
        var (exitCode, _, errors) = LatCommand.Run("compare", Results("a.json", 0.4), Write("b.json", "fine", 0.4));
        Assert.Equal(1, exitCode);
        Assert.Contains("no method on a target in common", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoResultFilesAreComparedOnTheSameImages()
    {
        var truth = _folder["truth.json"];
        File.WriteAllText(truth, """
            {"images": [{"id": 1}, {"id": 2}, {"id": 3}], "categories": [{"id": 1, "name": "car"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10]}, {"id": 2, "image_id": 2, "category_id": 1, "bbox": [0, 0, 10, 10]},
                             {"id": 3, "image_id": 3, "category_id": 1, "bbox": [0, 0, 10, 10]}]}
            """);
        File.WriteAllText(_folder["none.json"], "[]");
        File.WriteAllText(_folder["all.json"], $"[{string.Join(",", Enumerable.Range(1, 3).Select(image =>
            $"{{\"image_id\": {image}, \"category_id\": 1, \"bbox\": [0, 0, 10, 10], \"score\": 0.9}}"))}]");
        var (exitCode, output, errors) = LatCommand.Run("compare", _folder["none.json"], _folder["all.json"], "--ground-truth", truth, "--intervals", "50");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"AP50 +0\.0 +100\.0 +\+100\.0 +\+100\.0 to \+100\.0  better", output);
    }

    private string Results(string name, params double[] values) => Write(name, "mid", values);

    private string Write(string name, string target, params double[] values)
    {
        ResultsFile.Write(_folder[name], new ExperimentResults("q", [new DatasetName(target)], ["lat"], [.. values.Select((value, index) =>
            new MethodResult("lat", new DatasetName(target), new Seed((ulong)index), Metrics(value)))]));
        return _folder[name];
    }

    private static CocoMetrics Metrics(double value) => new()
    {
        Ap = value,
        Ap50 = value,
        Ap75 = value,
        ApSmall = value,
        ApMedium = value,
        ApLarge = value,
        Ar1 = value,
        Ar10 = value,
        Ar100 = value,
        ArSmall = value,
        ArMedium = value,
        ArLarge = value,
        PerClass = [],
    };
}
