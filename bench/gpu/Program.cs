// usage: gpu DATA     trains as DATA/case.json says, with the product's own loop and data path; prints a line of JSON
using System.Text.Json;
using Lat.Bench;
using Lat.Bench.Gpu;
using Lat.Core;
using Lat.Detection;
using TorchSharp;

var (folder, what) = (args[0], Case.Read(args[0]));
using var network = TorchvisionResNet50.Load(Path.Combine(folder, "r50.safetensors"), torch.device(what.Device));
using var examples = new RawExamples(folder, what);
var options = new TrainingOptions
{
    Iterations = what.WarmUp + what.Steps,
    BatchSize = what.Batch,
    BaseLearningRate = 1e-5,
    WarmupIterations = 0,
    BiasWeightDecay = 1e-4,
    CheckpointEvery = 0,
    ReportEvery = what.WarmUp,
    Precision = TrainingPrecision.BFloat16,
    DataWorkers = what.Workers,
    Threads = Math.Max(1, Environment.ProcessorCount / 2),
};
var reports = new List<TrainingProgress>();
var work = Directory.CreateDirectory(Path.Combine(folder, "work")).FullName;
DetectorTrainer.Train(network, examples, new SamplingPlan(), options, new DetectorLossOptions(), new Seed(1), work, new Recorder(reports));
Directory.Delete(work, recursive: true);

// The first report is the warm-up. The others cover equal numbers of steps but the last, so each weighs by its time.
var measured = reports.Skip(1).ToList();
var before = reports[0];
var seconds = measured[^1].TrainedSeconds - before.TrainedSeconds;
var waited = measured.Zip(measured.Prepend(before)).Sum(pair => pair.First.DataWaitShare * (pair.First.TrainedSeconds - pair.Second.TrainedSeconds));
Console.WriteLine(JsonSerializer.Serialize(new
{
    StepMilliseconds = 1e3 * seconds / what.Steps,
    DataMilliseconds = 1e3 * waited / what.Steps,
    Losses = measured[^1].Losses.ToDictionary(loss => loss.Name, loss => Math.Round(loss.Value, 4)),
    reports[^1].SkippedSteps,
}, JsonSerializerOptions.Web));

file sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => reports.Add(value);
}
