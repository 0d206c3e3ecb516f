using System.CommandLine;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli;

/// <summary>`lat inspect FORMAT INPUT [--json FILE] [--contact-sheet FILE.png]`: what a dataset holds, and what is wrong with it.</summary>
internal static class InspectCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var format = new Argument<string>("FORMAT") { Description = $"{string.Join(", ", DatasetFormats.All.Select(known => known.Name))}." };
        var input = new Argument<string>("INPUT") { Description = "The dataset's folder, or its file where the format allows one; for streets what to generate, such as mid:16." };
        var split = new Option<string?>("--split") { Description = "The split, as the format names it. Default: every split that has labels." };
        var parts = new Option<string[]>("--part") { Description = "A camera or condition to keep; may be given several times. Default: all.", DefaultValueFactory = _ => [] };
        var variant = new Option<string?>("--variant") { Description = "How to draw boxes from the files, where the format has several ways." };
        var every = new Option<int>("--every") { Description = "Keep one of so many frames of each video.", DefaultValueFactory = _ => 1 };
        var invalid = Choice.Of("--invalid-boxes", "Boxes that reach out of their image or have no area.", InvalidBoxPolicy.Clip);
        var unknown = Choice.Of("--unknown-classes", "Labels of classes that the format does not know.", UnknownClassPolicy.Refuse);
        var missing = Choice.Of("--missing-images", "Labels whose image is not there.", MissingImagePolicy.LabelsOnly);
        var json = new Option<string?>("--json") { Description = "Where to write all of it as JSON." };
        var sheet = new Option<string?>("--contact-sheet") { Description = "Where to write a PNG of some images with their boxes." };
        var count = new Option<int>("--count") { Description = "How many images the sheet has, evenly over the dataset.", DefaultValueFactory = _ => 16 };
        var columns = new Option<int>("--columns") { Description = "Images in a row of the sheet.", DefaultValueFactory = _ => 4 };
        foreach (var number in new[] { every, count, columns })
        {
            number.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
                {
                    result.AddError($"{result.Option.Name} is {value}; expected at least 1.");
                }
            });
        }

        var command = new Command("inspect", "Reads a dataset and says what it holds, how its boxes are drawn, and what is wrong with it.")
        {
            format, input, split, parts, variant, every, invalid, unknown, missing, json, sheet, count, columns,
        };
        command.SetAction((parsed, cancellation) =>
        {
            using var progress = new ProgressLine(errors);
            var known = DatasetFormats.Find(parsed.GetRequiredValue(format));
            var dataset = known.Read(
                parsed.GetRequiredValue(input),
                new ReadOptions
                {
                    Split = parsed.GetValue(split),
                    Parts = [.. parsed.GetValue(parts) ?? []],
                    Variant = parsed.GetValue(variant),
                    FrameStep = parsed.GetValue(every),
                    InvalidBoxes = parsed.GetValue(invalid),
                    UnknownClasses = parsed.GetValue(unknown),
                    MissingImages = parsed.GetValue(missing),
                },
                progress,
                cancellation);
            var summary = DatasetSummary.Of(dataset);
            var drawn = parsed.GetValue(sheet) is { } path ? (path, ImageCodec.EncodePng(InspectSheet.Draw(dataset, parsed.GetValue(count), parsed.GetValue(columns), progress))) : default;
            progress.Clear();
            InspectText.Write(output, known, summary);
            Write(output, parsed.GetValue(json), InspectJson.Of(known, summary));
            Write(output, drawn.path, drawn.Item2);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Write(TextWriter output, string? path, byte[] content)
    {
        if (path is not null)
        {
            OutputFile.Write(path, content);
            output.WriteLine($"Written: {path}");
        }
    }
}
