using System.CommandLine;
using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli;

/// <summary>`lat inspect`: a contact sheet of a Streets dataset as PNG, boxes drawn.</summary>
internal static class InspectCommand
{
    public static Command Create(TextWriter output)
    {
        var space = new Option<StreetsSpace>("--space") { Description = "The label space: mid, fine or coarse.", DefaultValueFactory = _ => StreetsSpace.Mid };
        var look = new Option<StreetsLookName?>("--look") { Description = "The look of the images; default: the space's own." };
        var count = new Option<int>("--count") { Description = "How many images.", DefaultValueFactory = _ => 16 };
        var columns = new Option<int>("--columns") { Description = "Images in a row.", DefaultValueFactory = _ => 4 };
        var seed = new Option<long>("--seed") { Description = "The seed of the dataset.", DefaultValueFactory = _ => 1 };
        var path = new Option<string>("--output") { Description = "Where to write the PNG.", DefaultValueFactory = _ => "contact-sheet.png" };
        var command = new Command("inspect", "Draws a contact sheet of generated street scenes with their boxes.") { space, look, count, columns, seed, path };
        command.SetAction(parsed =>
        {
            var options = new StreetsOptions
            {
                Space = parsed.GetValue(space),
                Look = parsed.GetValue(look),
                Images = parsed.GetValue(count),
                Seed = new Seed((ulong)parsed.GetValue(seed)),
            };
            options.Validate();
            var labels = StreetsLabelSpaces.Of(options.Space);
            var sheet = ContactSheet.Compose(StreetsGenerator.Generate(options).Select(example => Draw(example, labels)).ToList(), parsed.GetValue(columns), gap: 4);
            var file = parsed.GetRequiredValue(path);
            OutputFile.Write(file, ImageCodec.EncodePng(sheet));
            output.WriteLine($"Written: {file}");
        });
        return command;
    }

    private static RgbImage Draw(StreetsExample example, LabelSpace labels) => BoxOverlay.Draw(
        example.Image,
        example.Annotations.Select(label => new LabelledBox(label.Box, Palette.ColorOf(label.ClassIndex), labels[label.ClassIndex].Value)));
}
