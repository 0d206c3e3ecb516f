using System.CommandLine;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Cli;

/// <summary>`lat convert --from FORMAT --to FORMAT INPUT OUTPUT`: a dataset of one format as a dataset of another.</summary>
internal static class ConvertCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var from = new Option<string>("--from") { Description = $"The format of INPUT: {Names(DatasetFormats.All.Select(format => format.Name))}.", Required = true };
        var to = new Option<string>("--to") { Description = $"The format of OUTPUT: {Names(DatasetWriters.All.Select(writer => writer.Format))}.", Required = true };
        var input = new Argument<string>("INPUT") { Description = "The dataset's folder, or its file where the format allows one." };
        var target = new Argument<string>("OUTPUT") { Description = "The folder to write; must not exist, or be empty." };
        var splits = new Option<string[]>("--split")
        {
            Description = "A split to convert, as the format names it; may be given several times. Default: all images as one split `train`.",
            DefaultValueFactory = _ => [],
        };
        var images = Choice.Of(
            "--images", "copy: every image; link: symbolic links (images in archives are copied); none: labels only.", ImageTransfer.Copy);
        var invalid = Choice.Of("--invalid-boxes", "What to do with boxes that reach out of their image or have no area.", InvalidBoxPolicy.Clip);
        var unknown = Choice.Of("--unknown-classes", "What to do with labels of unknown classes.", UnknownClassPolicy.Refuse);
        var missing = Choice.Of("--missing-images", "What to do with labels whose image is not there. With --images none no image is asked for.", MissingImagePolicy.Refuse);
        var command = new Command("convert", "Converts a dataset; the output is whole or not there at all.") { from, to, input, target, splits, images, invalid, unknown, missing };
        command.SetAction((parsed, cancellation) =>
        {
            using var progress = new ProgressLine(errors);
            var (format, writer) = (DatasetFormats.Find(parsed.GetRequiredValue(from)), DatasetWriters.Find(parsed.GetRequiredValue(to)));
            var transfer = parsed.GetValue(images);
            var options = new ReadOptions
            {
                InvalidBoxes = parsed.GetValue(invalid),
                UnknownClasses = parsed.GetValue(unknown),
                MissingImages = transfer == ImageTransfer.None ? MissingImagePolicy.LabelsOnly : parsed.GetValue(missing),
            };
            var read = Read(format, parsed.GetRequiredValue(input), options, parsed.GetValue(splits) ?? [], progress, cancellation);
            var report = DatasetOutput.Write(writer, parsed.GetRequiredValue(target), read.ConvertAll(part => part.Split), transfer, progress, cancellation);
            progress.Clear();
            Summarise(output, read.ConvertAll(part => part.Report), report, parsed.GetRequiredValue(target));
            return Task.FromResult(0);
        });
        return command;
    }

    private static List<(DatasetSplit Split, FormatReport Report)> Read(
        DatasetFormat format, string input, ReadOptions options, string[] splits, ProgressLine progress, CancellationToken cancellation)
    {
        var wanted = splits.Length == 0 ? [null] : splits.Distinct().ToArray<string?>();
        var read = new List<(DatasetSplit, FormatReport)>();
        var faults = new List<string>();
        foreach (var split in wanted)
        {
            var name = split ?? "train";
            if (!DatasetSplit.IsValidName(name))
            {
                throw new LatException($"'{name}' cannot name a split in the output. {DatasetSplit.ValidNames}");
            }

            try
            {
                var dataset = format.Read(input, options with { Split = split }, progress, cancellation);
                read.Add((new DatasetSplit(name, dataset.Annotations, dataset.Images), dataset.Report));
            }
            catch (LatException exception) when (wanted.Length > 1)
            {
                faults.Add(exception.Message);
            }
        }

        if (faults.Count > 0)
        {
            throw new LatException(string.Join('\n', faults));
        }

        var spaces = read.Select(part => part.Item1.Annotations.LabelSpace).Distinct().Count();
        return spaces == 1 ? read : throw new LatException(
            "The splits name different classes, so they are not one dataset. Convert them one at a time with --split.");
    }

    private static void Summarise(TextWriter output, List<FormatReport> reports, WriteReport written, string target)
    {
        var counts = reports.SelectMany(report => report.Counts).Concat(written.Counts)
            .GroupBy(count => count.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var count in counts)
        {
            output.WriteLine(FormattableString.Invariant($"{count.Key}: {count.Sum(each => each.Value)}"));
        }

        foreach (var warning in reports.SelectMany(report => report.Warnings).Take(10))
        {
            output.WriteLine($"warning: {warning}");
        }

        output.WriteLine(FormattableString.Invariant($"Written: {target} ({written.Images} images, {written.Boxes} boxes)"));
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
