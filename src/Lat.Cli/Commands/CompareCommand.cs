using System.CommandLine;
using System.Text.Json;
using Lat.Core;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Cli;

/// <summary>
/// `lat compare RESULTS_A RESULTS_B`: what got better or worse between two experiments' results; with `--ground-truth` between two result files.
/// </summary>
internal static class CompareCommand
{
    public static Command Create(TextWriter output)
    {
        var first = new Argument<string>("RESULTS_A") { Description = "The results.json of an experiment, or a COCO result file." };
        var second = new Argument<string>("RESULTS_B") { Description = "What to hold against it, of the same kind." };
        var metrics = new Option<string[]>("--metric")
        {
            Description = "What to compare, such as ap50, ap/car or tide/missed; may be given several times. Default ap50 and ap.",
            DefaultValueFactory = _ => ["ap50", "ap"],
        };
        var truth = new Option<string?>("--ground-truth") { Description = "A COCO annotation file: then RESULTS_A and RESULTS_B are COCO result files on its images." };
        var replicates = new Option<int>("--intervals")
        {
            Description = "With --ground-truth: how many times the images are drawn anew. Default 1000.",
            DefaultValueFactory = _ => 1000,
        };
        var json = new Option<string?>("--json") { Description = "Where to write the comparison." };
        var command = new Command("compare", "Shows what got better or worse, and whether it may be chance.") { first, second, metrics, truth, replicates, json };
        command.SetAction(parsed =>
        {
            var (one, other) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            var written = parsed.GetValue(truth) is { } annotations
                ? CompareDetections(output, annotations, one, other, parsed.GetValue(replicates))
                : CompareResults(output, one, other, Metrics(parsed.GetValue(metrics) ?? []));
            if (parsed.GetValue(json) is { } path)
            {
                OutputFile.Write(path, written);
                output.WriteLine($"Written: {path}");
            }
        });
        return command;
    }

    private static List<MetricName> Metrics(string[] names)
    {
        var unknown = names.Where(name => !MetricName.IsValid(name)).ToList();
        return unknown.Count == 0
            ? [.. names.Select(name => new MetricName(name)).Distinct()]
            : throw new LatException($"--metric {string.Join(", ", unknown)}: nothing of that name is measured. {MetricName.ValidValues}");
    }

    private static byte[] CompareResults(TextWriter output, string one, string other, List<MetricName> metrics)
    {
        var comparison = ResultsComparison.Of(ResultsFile.Read(one).Results, ResultsFile.Read(other).Results, metrics);
        if (comparison.Rows.Count == 0)
        {
            throw new LatException($"'{one}' and '{other}' have no method on a target in common, so there is nothing to compare.");
        }

        output.WriteLine(TerminalTable.Render(ComparisonTable.Build(comparison)));
        output.WriteLine(ComparisonTable.Summary([.. comparison.Rows.Select(row => row.Verdict)]));
        Name(output, $"Only in '{one}'", comparison.OnlyFirst);
        Name(output, $"Only in '{other}'", comparison.OnlySecond);
        Name(output, "warning: measured on other annotations, so no difference says anything", comparison.OtherAnnotations.Select(target => target.Value));
        return JsonSerializer.SerializeToUtf8Bytes(comparison, EvaluationJson.Options);
    }

    private static byte[] CompareDetections(TextWriter output, string truth, string one, string other, int replicates)
    {
        var files = CocoEvaluationFiles.Open(truth);
        var differences = ImageBootstrap.Differences([files.Read(one)], [files.Read(other)], new BootstrapOptions { Replicates = replicates });
        output.WriteLine(TerminalTable.Render(ComparisonTable.Build(differences)));
        output.WriteLine(ComparisonTable.Summary([.. differences.Select(item => item.Verdict)]));
        return JsonSerializer.SerializeToUtf8Bytes(differences, EvaluationJson.Options);
    }

    private static void Name(TextWriter output, string what, IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        if (list.Length > 0)
        {
            output.WriteLine($"{what}: {list}");
        }
    }
}
