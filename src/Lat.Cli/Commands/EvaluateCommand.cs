using System.CommandLine;
using System.Text.Json;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Cli;

/// <summary>`lat evaluate --ground-truth A --detections B [--details] [--intervals N] [--json OUT]`: COCO average precision of any two COCO files.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output)
    {
        var truth = new Option<string>("--ground-truth") { Description = "A COCO annotation file.", Required = true };
        var found = new Option<string>("--detections") { Description = "A COCO result file: a list of image_id, category_id, bbox, score.", Required = true };
        var details = new Option<bool>("--details") { Description = "Each class by IoU and size, the kinds of error (TIDE), and the calibration of the scores." };
        var intervals = new Option<int>("--intervals")
        {
            Description = "Draw the images anew this many times for 95 % intervals; 1000 is usual. Default 0: none.",
            DefaultValueFactory = _ => 0,
        };
        var json = new Option<string?>("--json")
        {
            Description = "Where to write the numbers, those of every class included; with --details or --intervals these, too, as 'analysis'.",
        };
        var command = new Command("evaluate", "Measures COCO average precision by the official definition.") { truth, found, details, intervals, json };
        command.SetAction(parsed =>
        {
            var files = CocoEvaluationFiles.Open(parsed.GetRequiredValue(truth));
            var input = files.Read(parsed.GetRequiredValue(found));
            var result = CocoEvaluator.Evaluate(input);
            foreach (var line in CocoSummaryText.Lines(result))
            {
                output.WriteLine(line);
            }

            if (files.HasIdZero)
            {
                output.WriteLine("warning: an annotation has the id 0, which the official tool takes for no match, so its detection counts as wrong. Number annotations from 1.");
            }

            var replicates = parsed.GetValue(intervals);
            var analysis = replicates > 0 || parsed.GetValue(details)
                ? DetectionAnalyzer.Analyze(input, result, bootstrap: replicates > 0 ? new BootstrapOptions { Replicates = replicates } : null)
                : null;
            Show(output, analysis, parsed.GetValue(details));
            if (parsed.GetValue(json) is { } path)
            {
                OutputFile.Write(path, analysis is null
                    ? JsonSerializer.SerializeToUtf8Bytes(result.Metrics, EvaluationJson.Options)
                    : JsonSerializer.SerializeToUtf8Bytes(new { result.Metrics, analysis }, EvaluationJson.Options));
                output.WriteLine($"Written: {path}");
            }
        });
        return command;
    }

    private static void Show(TextWriter output, DetectionAnalysis? analysis, bool hasDetails)
    {
        if (analysis is null)
        {
            return;
        }

        if (analysis.Intervals.Count > 0)
        {
            output.WriteLine($"\n95 % intervals over images\n{TerminalTable.Render(AnalysisTables.Intervals(analysis))}");
        }

        if (hasDetails)
        {
            output.WriteLine($"\nBy class\n{TerminalTable.Render(AnalysisTables.Classes(analysis))}");
            output.WriteLine($"Errors (TIDE)\n{TerminalTable.Render(AnalysisTables.Errors(analysis.Tide))}");
            output.WriteLine(FormattableString.Invariant(
                $"Scores are {100 * analysis.Calibration.ExpectedError:0.0} points from the precision that they promise, {100 * analysis.Calibration.MaximumError:0.0} at the most."));
        }
    }
}
