using System.CommandLine;
using Lat.Core;
using Lat.Datasets;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>`lat labels EXPERIMENT FOLDER`: the labels that an experiment transferred, as a dataset in a format that other tools read.</summary>
internal static class LabelsCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var experiment = new Argument<string>("EXPERIMENT") { Description = "The folder artifacts/experiments/NAME of a run that has ended." };
        var target = new Argument<string>("FOLDER") { Description = "Where to write the dataset. A new folder." };
        var source = new Option<string>("--source") { Description = "The dataset whose images they are.", Required = true };
        var space = new Option<string>("--target") { Description = "The dataset in whose label space they are.", Required = true };
        var method = new Option<string>("--method") { Description = "Whose labels. Default lat.", DefaultValueFactory = _ => "lat" };
        var to = new Option<string>("--to") { Description = $"{string.Join(", ", DatasetWriters.All.Select(writer => writer.Format))}. Default coco, which keeps confidence and origin.", DefaultValueFactory = _ => "coco" };
        var threshold = new Option<double?>("--threshold") { Description = "Leave out labels below this confidence. Default: what the experiment trains on, downstream.labelThreshold." };
        var images = Choice.Of("--images", "Whether the images go with the labels: copy or none.", ImageTransfer.Copy);
        var command = new Command("labels", "Writes transferred labels as a dataset, with a confidence on each box where the format has a place for it.") { experiment, target, source, space, method, to, threshold, images };
        command.SetAction((parsed, cancellation) =>
        {
            var folder = ReviewFolder.Open(parsed.GetRequiredValue(experiment));
            var least = parsed.GetValue(threshold) ?? folder.LabelThreshold;
            if (!(least is >= 0 and <= 1))
            {
                throw new LatException(FormattableString.Invariant($"--threshold is {least}; expected 0 to 1."));
            }

            var writer = DatasetWriters.Find(parsed.GetValue(to)!);
            var split = folder.Split(parsed.GetValue(method)!, Name(parsed.GetRequiredValue(source), "--source"), Name(parsed.GetRequiredValue(space), "--target"), least);
            using var progress = new ProgressLine(errors);
            var report = DatasetOutput.Write(writer, parsed.GetRequiredValue(target), [split], parsed.GetValue(images), progress, cancellation);
            progress.Clear();
            output.WriteLine(FormattableString.Invariant($"Written: {parsed.GetRequiredValue(target)} ({report.Images} images, {report.Boxes} boxes of confidence {least} or more)"));
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>A dataset's name from the command line.</summary>
    internal static DatasetName Name(string text, string option) =>
        DatasetName.IsValid(text) ? new DatasetName(text) : throw new LatException($"{option} is '{text}'. {DatasetName.ValidValues}");
}
