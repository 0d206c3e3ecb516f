// usage: transfer FOLDER write N     writes the inputs of a transfer of N images
//        transfer FOLDER run         transfers as the stage does; prints CPU seconds, wall seconds and peak resident KiB
using System.Diagnostics;
using System.Globalization;
using Lat.Bench.Transfer;
using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;
using TorchSharp;

var inputs = new Inputs(args[0]);
if (args[1] == "write")
{
    inputs.Write(int.Parse(args[2], CultureInfo.InvariantCulture));
    return;
}

torch.set_num_threads(1);
var wall = Stopwatch.GetTimestamp();
var set = inputs.Open();
using (set.Features)
{
    using var model = new LatModel(new LatModelOptions(), set.Features.Levels, Inputs.Spaces, new Seed(1));
    model.eval();
    var predictor = new LatPredictor(model, new LatModelOptions(), Inputs.Spaces, torch.CPU);
    using var provenance = new ProvenanceWriter(Path.Combine(args[0], "provenance.jsonl"), Inputs.Spaces, set.Dataset, Inputs.Target);
    var labels = LatTransfer.Transfer(
        predictor, set, Inputs.Target, Inputs.Spaces[Inputs.Target], new TransferOptions { MaximumLabels = Inputs.Boxes }, provenance.Write);
    AnnotationFile.Write(Path.Combine(args[0], "labels.bin"), labels);
    Console.Error.WriteLine(FormattableString.Invariant($"{labels.AnnotationCount} labels on {labels.Images.Count} images"));
}

var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
Console.WriteLine(FormattableString.Invariant($"{Environment.CpuUsage.TotalTime.TotalSeconds:F3} {Stopwatch.GetElapsedTime(wall).TotalSeconds:F3} {peak}"));
