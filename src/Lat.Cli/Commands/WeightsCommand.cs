using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Lat.Core;
using Lat.Detection;

namespace Lat.Cli;

/// <summary>`lat weights FILE [--json FILE]`: what is in a checkpoint, without executing anything in it.</summary>
internal static class WeightsCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("file") { Description = "A safetensors file, or a PyTorch checkpoint (.pth, .pt), old or new." };
        var json = new Option<string?>("--json") { Description = "Where to write the list." };
        var command = new Command("weights", "Lists the tensors of a checkpoint: name, type, shape, and the SHA-256 of their numbers.") { file, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            using var checkpoint = CheckpointFile.Open(path);
            var list = ListOf(checkpoint, ContentHash.OfFile(path));
            Print(list, output);
            if (parsed.GetValue(json) is { } target)
            {
                OutputFile.Write(target, JsonSerializer.SerializeToUtf8Bytes(list, Json));
                output.WriteLine($"Written: {target}");
            }
        });
        return command;
    }

    private static WeightList ListOf(CheckpointFile checkpoint, ContentHash hash) => new(
        checkpoint.Format switch
        {
            CheckpointFormat.SafeTensors => "safetensors",
            CheckpointFormat.PyTorchZip => "pytorch-zip",
            _ => "pytorch-legacy",
        },
        hash.Hex,
        checkpoint.Section,
        checkpoint.Prefix,
        [.. checkpoint.Ignored],
        [.. checkpoint.Entries.Select(entry => new WeightLine(entry.Name, entry.TypeName, [.. entry.Shape], checkpoint.HashOf(entry.Name).Hex))]);

    private static void Print(WeightList list, TextWriter output)
    {
        var lines = list.Tensors.Select(tensor => (Name: Printable(tensor.Name), tensor.Type, Shape: $"[{string.Join(", ", tensor.Shape)}]", tensor.Sha256)).ToList();
        var (names, shapes) = (lines.Select(line => line.Name.Length).Append(0).Max(), lines.Select(line => line.Shape.Length).Append(0).Max());
        foreach (var line in lines)
        {
            output.WriteLine($"{line.Name.PadRight(names)}  {line.Type,-4}  {line.Shape.PadRight(shapes)}  {line.Sha256}");
        }

        var numbers = list.Tensors.Sum(tensor => tensor.Shape.Aggregate(1L, (product, side) => product * side));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} tensors, {numbers:N0} numbers, {list.Format}"));
        if (list.Section is not null)
        {
            output.WriteLine($"Taken from '{list.Section}'.");
        }

        if (list.Prefix.Length > 0)
        {
            output.WriteLine($"Names without their '{list.Prefix}'.");
        }

        if (list.Ignored.Length > 0)
        {
            output.WriteLine($"Not weights: {Printable(string.Join(", ", list.Ignored))}");
        }

        output.WriteLine($"SHA-256 of the file: {list.Sha256}");
    }

    /// <summary>A name comes from a file of any origin: its control characters must not reach the terminal.</summary>
    private static string Printable(string name) => new([.. name.Select(letter => char.IsControl(letter) ? '?' : letter)]);

    private sealed record WeightList(string Format, string Sha256, string? Section, string Prefix, string[] Ignored, WeightLine[] Tensors);

    private sealed record WeightLine(string Name, string Type, long[] Shape, string Sha256);
}
