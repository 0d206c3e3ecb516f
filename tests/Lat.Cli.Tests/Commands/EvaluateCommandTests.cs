using System.Text.Json;

namespace Lat.Cli.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private const string Truth = """
        {"images": [{"id": 9, "file_name": "b.png", "width": 100, "height": 100}, {"id": 2, "file_name": "a.png", "width": 100, "height": 100}],
         "categories": [{"id": 7, "name": "car"}, {"id": 3, "name": "bus"}],
         "annotations": [
           {"id": 1, "image_id": 9, "category_id": 7, "bbox": [10, 10, 40, 40]},
           {"id": 2, "image_id": 2, "category_id": 7, "bbox": [20, 20, 40, 40]},
           {"id": 3, "image_id": 2, "category_id": 3, "bbox": [50, 50, 20, 20]}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheTwelveLinesArePrintedAndTheNumbersWritten()
    {
        var (exitCode, output, errors) = Evaluate(Truth, """
            [{"image_id": 9, "category_id": 7, "bbox": [10, 10, 40, 40], "score": 0.9},
             {"image_id": 2, "category_id": 7, "bbox": [20, 20, 40, 40], "score": 0.8},
             {"image_id": 2, "category_id": 3, "bbox": [0, 0, 20, 20], "score": 0.7}]
            """, "--json", _folder["out.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(13, lines.Length);
        Assert.Equal(" Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.500", lines[0].TrimEnd());
        Assert.Equal($"Written: {_folder["out.json"]}", lines[12].TrimEnd());
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["out.json"]));
        Assert.Equal(0.5, json.RootElement.GetProperty("ap").GetDouble(), 12);
        Assert.Equal(["found.json", "out.json", "truth.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OfEqualScoresTheImageOfTheLesserIdComesFirstAsInTheOfficialTool()
    {
        // The file's first image, 9, has the hit; the official tool takes image 2, which has the miss, before it.
        var (_, output, _) = Evaluate(Truth, """
            [{"image_id": 9, "category_id": 7, "bbox": [10, 10, 40, 40], "score": 0.5},
             {"image_id": 2, "category_id": 7, "bbox": [70, 0, 20, 20], "score": 0.5}]
            """);

        // Precision is 1/2 up to recall 1/2, that is at 51 of the 101 recalls; the class bus has none. The other way round it would be 1.
        Assert.Contains($"IoU=0.50      | area=   all | maxDets=100 ] = {51 * 0.5 / 101 / 2:0.000}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void DetailsAndIntervalsAreAddedOnRequest()
    {
        var (exitCode, output, errors) = Evaluate(Truth, """[{"image_id": 9, "category_id": 7, "bbox": [10, 10, 40, 40], "score": 0.9}]""",
            "--details", "--intervals", "20", "--json", _folder["out.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("95 % intervals over images", output, StringComparison.Ordinal);
        Assert.Matches("missed +2 ", output);
        Assert.Contains("Scores are 10.0 points from the precision that they promise", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["out.json"]));
        Assert.Equal(12, json.RootElement.GetProperty("analysis").GetProperty("intervals").GetArrayLength());
    }

    [Fact]
    public void AnAnnotationOfId0IsWarnedOf()
    {
        var (exitCode, output, _) = Evaluate(Truth.Replace("\"id\": 1, \"image_id\"", "\"id\": 0, \"image_id\"", StringComparison.Ordinal), "[]");
        Assert.Equal(0, exitCode);
        Assert.Contains("warning: an annotation has the id 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var (exitCode, _, errors) = LatCommand.Run("evaluate", "--ground-truth", _folder["no.json"], "--detections", _folder["no.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(_folder["no.json"], errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenJsonIsRefusedWithItsFile()
    {
        var (exitCode, output, errors) = Evaluate("{\"images\": [", "[]");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("truth.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFaultOfAResultFileIsReported()
    {
        var (exitCode, _, errors) = Evaluate(Truth, """
            [{"image_id": 77, "category_id": 7, "bbox": [10, 10, 40, 40], "score": 0.9}, {"image_id": 2, "category_id": 88, "bbox": [10, 10, 40, 40], "score": 0.9}]
            """);
        Assert.Equal(1, exitCode);
        Assert.Contains("'image_id' is 77", errors, StringComparison.Ordinal);
        Assert.Contains("'category_id' is 88", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatDoesNotExistIsTheUsersToMakeAndNothingIsLeft()
    {
        var (exitCode, _, errors) = Evaluate(Truth, "[]", "--json", _folder["no/such/out.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("out.json", errors, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Errors) Evaluate(string truth, string found, params string[] more)
    {
        File.WriteAllText(_folder["truth.json"], truth);
        File.WriteAllText(_folder["found.json"], found);
        return LatCommand.Run(["evaluate", "--ground-truth", _folder["truth.json"], "--detections", _folder["found.json"], .. more]);
    }
}
