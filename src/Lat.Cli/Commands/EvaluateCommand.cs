using System.CommandLine;
using System.Text.Json;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Cli;

/// <summary>`lat evaluate --ground-truth A --detections B [--json OUT]`: COCO average precision of any two COCO files.</summary>
internal static class EvaluateCommand
{
    public static Command Create(TextWriter output)
    {
        var truth = new Option<string>("--ground-truth") { Description = "A COCO annotation file.", Required = true };
        var found = new Option<string>("--detections") { Description = "A COCO result file: a list of image_id, category_id, bbox, score.", Required = true };
        var json = new Option<string?>("--json") { Description = "Where to write the numbers, those of every class included." };
        var command = new Command("evaluate", "Measures COCO average precision by the official definition.") { truth, found, json };
        command.SetAction(parsed =>
        {
            var dataset = CocoAnnotationFile.Read(parsed.GetRequiredValue(truth));
            var detections = CocoDetectionFile.Read(parsed.GetRequiredValue(found), dataset);
            var result = CocoEvaluator.Evaluate(dataset.Annotations, detections, ids: new CocoIds(dataset.ImageIds, dataset.CategoryIds));
            foreach (var line in CocoSummaryText.Lines(result))
            {
                output.WriteLine(line);
            }

            if (parsed.GetValue(json) is { } path)
            {
                OutputFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(result.Metrics, EvaluationJson.Options));
                output.WriteLine($"Written: {path}");
            }
        });
        return command;
    }
}
