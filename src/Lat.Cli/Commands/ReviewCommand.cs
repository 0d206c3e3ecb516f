using System.CommandLine;
using Lat.Core;
using Lat.Datasets;
using Lat.Pipeline;
using Lat.Reports;

namespace Lat.Cli;

/// <summary>`lat review export|import`: hands the most doubtful labels of an experiment to a labelling tool, and takes corrections back.</summary>
internal static class ReviewCommand
{
    private static readonly string Tools = string.Join(" or ", ReviewFormats.All.Select(format => format.Name));

    public static Command Create(TextWriter output) =>
        new("review", "Hands the labels most worth a human look to a labelling tool, and takes the corrections back.") { Export(output), Import(output) };

    private static Command Export(TextWriter output)
    {
        var experiment = new Argument<string>("EXPERIMENT") { Description = "The folder artifacts/experiments/NAME of a run that has ended." };
        var target = new Argument<string>("FOLDER") { Description = "Where to write the batch: the images, and the files for the tool. A new folder." };
        var source = new Option<string>("--source") { Description = "The dataset whose images are looked at.", Required = true };
        var space = new Option<string>("--target") { Description = "The dataset in whose label space the labels are.", Required = true };
        var method = new Option<string>("--method") { Description = "Whose labels. Default lat.", DefaultValueFactory = _ => "lat" };
        var tool = new Option<string>("--tool") { Description = $"The labelling tool: {Tools}. Default cvat.", DefaultValueFactory = _ => "cvat" };
        var boxes = new Option<int>("--boxes") { Description = "The most boxes in the queue; their images are handed out whole. Default 200.", DefaultValueFactory = _ => new ReviewOptions().Boxes };
        var except = new Option<string[]>("--except") { Description = "Corrections of an earlier round, whose images are left out; may be given several times.", DefaultValueFactory = _ => [] };
        var command = new Command("export", "Writes the images that hold the boxes most worth a look, with their labels.") { experiment, target, source, space, method, tool, boxes, except };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(boxes) < 1)
            {
                throw new LatException(FormattableString.Invariant($"--boxes is {parsed.GetValue(boxes)}; expected at least 1."));
            }

            var folder = ReviewFolder.Open(parsed.GetRequiredValue(experiment));
            var format = ReviewFormats.Find(parsed.GetValue(tool)!);
            var reviewed = (parsed.GetValue(except) ?? []).SelectMany(file => CocoAnnotationFile.Read(file).Annotations.Images).Select(image => image.FileName).ToHashSet(StringComparer.Ordinal);
            var batch = folder.Batch(
                parsed.GetValue(method)!,
                LabelsCommand.Name(parsed.GetRequiredValue(source), "--source"),
                LabelsCommand.Name(parsed.GetRequiredValue(space), "--target"),
                new ReviewOptions { LabelThreshold = folder.LabelThreshold, Boxes = parsed.GetValue(boxes) },
                reviewed.Contains);
            ReviewBatchFolder.Write(parsed.GetRequiredValue(target), batch, format, folder.Images(batch));
            output.WriteLine(FormattableString.Invariant($"{batch.Queue.Count} boxes on {batch.Labels.Images.Count} images, most worth a look first:"));
            output.WriteLine(TerminalTable.Render(ReviewTable.Build(batch)));
            output.WriteLine($"Written: {parsed.GetRequiredValue(target)}. docs/review.md says how to load it into {format.Name}.");
        });
        return command;
    }

    private static Command Import(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "What the tool exported: CVAT's annotations.xml ('CVAT for images 1.1'), or Label Studio's JSON." };
        var batch = new Option<string>("--batch") { Description = "The folder that `lat review export` wrote.", Required = true };
        var target = new Option<string>("--out") { Description = "Where to write the corrections.", Required = true };
        var tool = new Option<string>("--tool") { Description = $"The labelling tool: {Tools}. Default cvat.", DefaultValueFactory = _ => "cvat" };
        var changed = new Option<bool>("--changed-only") { Description = "Take images that came back as they went out for not reviewed. Default: every image of the file was reviewed." };
        var command = new Command("import", "Writes corrections, which an experiment names under 'corrections'.") { file, batch, target, tool, changed };
        command.SetAction(parsed =>
        {
            var (path, place) = (parsed.GetRequiredValue(file), parsed.GetRequiredValue(target));
            var handed = ReviewBatchFile.Read(Path.Combine(parsed.GetRequiredValue(batch), ReviewBatchFile.FileName));
            var corrections = ReviewImport.Corrections(handed, ReviewFormats.Find(parsed.GetValue(tool)!).Read(path), path, parsed.GetValue(changed));
            if (corrections.Images.Count == 0)
            {
                throw new LatException($"No image of '{path}' was reviewed, so nothing was written. Review some, or leave out --changed-only if they were right as they were.");
            }

            CocoAnnotationFile.Write(place, corrections);
            output.WriteLine(FormattableString.Invariant($"Written: {place} ({corrections.Images.Count} of {handed.Labels.Images.Count} images reviewed, {corrections.AnnotationCount} boxes)"));
            output.WriteLine($"Name it in the experiment:\ncorrections:\n  - {{ source: {handed.Source}, target: {handed.Target}, file: {place}, methods: [{handed.Method}] }}");
        });
        return command;
    }
}
