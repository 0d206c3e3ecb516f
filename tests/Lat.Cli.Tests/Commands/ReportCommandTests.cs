using Lat.Core;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AResultsFileAloneMakesAPageOfItsNumbers()
    {
        WriteResults();
        var (exitCode, output, errors) = LatCommand.Run("report", _folder["results.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal($"Written: {_folder["report.html"]}", output.TrimEnd());
        var page = File.ReadAllText(_folder["report.html"]);
        Assert.Contains("<title>quickstart – Lat</title>", page, StringComparison.Ordinal);
        Assert.Contains("so there is nothing to look at", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderGoesWhereItIsAskedTo()
    {
        WriteResults();
        Assert.Equal(0, LatCommand.Run("report", _folder.Path, "--out", _folder["elsewhere.html"]).ExitCode);
        Assert.Equal(["elsewhere.html", "results.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFolderWithoutResultsSaysHowToMakeThem()
    {
        var (exitCode, _, errors) = LatCommand.Run("report", _folder.Path);
        Assert.Equal(1, exitCode);
        Assert.Contains("No results at", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private void WriteResults()
    {
        var metrics = new CocoMetrics
        {
            Ap = 0.2, Ap50 = 0.4, Ap75 = 0.2, ApSmall = 0.1, ApMedium = 0.2, ApLarge = double.NaN,
            Ar1 = 0.2, Ar10 = 0.4, Ar100 = 0.4, ArSmall = 0.2, ArMedium = 0.4, ArLarge = double.NaN,
            PerClass = [new CocoClassMetrics(new ClassName("car"), 0.2, 0.4, 12, 40)],
        };
        var mid = new DatasetName("mid");
        ResultsFile.Write(_folder["results.json"], new ExperimentResults("quickstart", [mid], ["lat"], [new MethodResult("lat", mid, new Seed(1), metrics)]));
    }
}
