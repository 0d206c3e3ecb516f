using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lat.Evaluation.Tests;

/// <summary>Holds hundreds of drawn cases against what the official tool says of them; `eng/golden/coco_seeded.py` made the answers.</summary>
public sealed class SeededGoldenTests : IDisposable
{
    private sealed record Golden(ulong Seed, string Input, double?[]? Stats, string Precision, string Recall);

    private static readonly Golden[] All = JsonSerializer.Deserialize<Golden[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "coco-seeded.json")), JsonSerializerOptions.Web)!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-coco-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void WithTheWrittenCasesThereAreMoreThan500() => Assert.True(All.Length + GoldenCase.All.Count > 500);

    [Fact]
    public void TheDrawnCasesAreThoseThatTheOfficialToolSaw() =>
        Assert.All(All, golden => Assert.Equal(golden.Input, new SeededCase(golden.Seed).Digest()));

    [Fact]
    public void TheDrawnCasesReachEveryTrap()
    {
        var cases = All.Select(golden => new SeededCase(golden.Seed)).ToList();
        Assert.Contains(cases, drawn => drawn.ImageIds[0].StartsWith('"'));
        Assert.Contains(cases, drawn => drawn.HonorsIgnored);
        Assert.Contains(cases, drawn => drawn.FirstId == 0 && drawn.Objects.Count > 0);
        Assert.Contains(cases, drawn => drawn.Detections.Count == 0);
        Assert.Contains(cases, drawn => drawn.Objects.Count == 0);
        Assert.Contains(cases, drawn => drawn.Detections.GroupBy(row => (row[0], row[1])).Any(group => group.Count() > 100));
        Assert.Contains(cases, drawn => drawn.Objects.Exists(row => row[4] < 1e-3) && drawn.Objects.Exists(row => row[7] != 0));
        Assert.Contains(cases, drawn => drawn.Objects.Exists(row => row[4] > 1e7));
    }

    [Fact]
    public void EveryNumberOfADrawnCaseHasTheBitsOfTheOfficialTool() =>
        Assert.All(All, golden =>
        {
            var drawn = new SeededCase(golden.Seed);
            AssertEqual(golden, CocoEvaluator.Evaluate(drawn.ToInput(), drawn.Options));
        });

    [Fact]
    public void FilesGiveTheSameBitsWhateverTheirIdsAndOrder() =>
        Assert.All(All.Take(150), golden =>
        {
            var drawn = new SeededCase(golden.Seed);
            var (truth, results) = Write(drawn);
            AssertEqual(golden, CocoEvaluator.Evaluate(CocoEvaluationFiles.Open(truth).Read(results), drawn.Options));
        });

    private static void AssertEqual(Golden golden, CocoResult result)
    {
        if (golden.Stats is { } stats)
        {
            Assert.Equal(
                stats.Select(value => BitConverter.DoubleToInt64Bits(value ?? double.NaN)),
                Enum.GetValues<EvaluationMetric>().Select(metric => BitConverter.DoubleToInt64Bits(result.Metrics[metric])));
        }

        Assert.Equal(golden.Precision, OfficialDigest.Of(result.Precision.Values)[..32]);
        Assert.Equal(golden.Recall, OfficialDigest.Of(result.Recall.Values)[..32]);
    }

    /// <summary>The lists come in an order that is not that of the ids, annotations before what they refer to.</summary>
    private (string Truth, string Results) Write(SeededCase drawn)
    {
        var text = new StringBuilder("\uFEFF{\"annotations\": [");
        text.AppendJoin(",\n", drawn.Objects.Select((row, index) => FormattableString.Invariant(
            $"{{\"segmentation\": [[1, 2], {{\"a\": []}}], \"id\": {index + drawn.FirstId}, \"image_id\": {drawn.ImageIds[(int)row[0]]}, ")
            + $"\"category_id\": {drawn.ClassIds[(int)row[1]]}, \"bbox\": [{Numbers(row[2..6])}], \"area\": {Numbers([row[6]])}, "
            + $"\"iscrowd\": {(int)row[7] & 1}, \"ignore\": {((int)row[7] & 2) / 2}}}"));
        text.Append("], \"info\": {\"year\": 2017, \"x\": [[]]}, \"categories\": [");
        text.AppendJoin(", ", drawn.ClassIds.Reverse().Select(id => $"{{\"id\": {id}, \"name\": \"class {id.Trim('"')}\"}}"));
        text.Append("], \"images\": [").AppendJoin(", ", drawn.ImageIds.Reverse().Select(id => $"{{\"file_name\": \"é\", \"id\": {id}}}")).Append("]}");
        var (truth, results) = (Path.Join(_folder.FullName, "truth.json"), Path.Join(_folder.FullName, "results.json"));
        File.WriteAllText(truth, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.WriteAllText(results, $"[{string.Join(",", drawn.Detections.Select(row =>
            $"{{\"image_id\": {drawn.ImageIds[(int)row[0]]}, \"category_id\": {drawn.ClassIds[(int)row[1]]}, "
            + $"\"bbox\": [{Numbers(row[2..6])}], \"score\": {Numbers([row[6]])}}}"))}]");
        return (truth, results);
    }

    private static string Numbers(IEnumerable<double> numbers) =>
        string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
