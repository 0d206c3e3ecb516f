// usage: transfer FOLDER write N          writes the inputs of a transfer of N images
//        transfer FOLDER run [LABELS]     transfers as the stage does, at most LABELS an image (100, the product's default); prints CPU seconds,
//                                         wall seconds and peak resident KiB
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
using (var annotations = MappedAnnotationFile.Open(inputs.Annotations))
using (var features = FeatureFile.Open(inputs.Features))
using (var targets = MappedDetectionFile.Open(inputs.PseudoLabels(Inputs.Target)))
using (var others = MappedDetectionFile.Open(inputs.PseudoLabels(2)))
{
    var source = new TransferSource(Inputs.Source, annotations.Images, features, [null, name => targets[name], name => others[name]]);
    using var model = new LatModel(new LatModelOptions(), features.Levels, Inputs.Spaces, new Seed(1));
    model.eval();
    var predictor = new LatPredictor(model, new LatModelOptions(), Inputs.Spaces, torch.CPU);
    using var provenance = new ProvenanceWriter(Path.Combine(args[0], "provenance.jsonl"), Inputs.Spaces, source.Dataset, Inputs.Target);
    var options = args.Length > 2 ? new TransferOptions { MaximumLabels = int.Parse(args[2], CultureInfo.InvariantCulture) } : new TransferOptions();
    using var labels = new AnnotationFileWriter(Path.Combine(args[0], "labels.bin"), Inputs.Spaces[Inputs.Target]);
    foreach (var image in LatTransfer.Label(predictor, source, Inputs.Target, Inputs.Spaces[Inputs.Target], options, provenance.Write))
    {
        labels.Add(image);
    }

    labels.Complete();
    Console.Error.WriteLine(FormattableString.Invariant($"{labels.BoxCount} labels on {labels.ImageCount} images"));
}

var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
Console.WriteLine(FormattableString.Invariant($"{Environment.CpuUsage.TotalTime.TotalSeconds:F3} {Stopwatch.GetElapsedTime(wall).TotalSeconds:F3} {peak}"));
