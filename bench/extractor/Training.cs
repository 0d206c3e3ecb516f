using System.Runtime.InteropServices;
using Lat.Core;
using Lat.Detection;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Bench.Extractor;

/// <summary>Some iterations of LAT training on images of ViT-S/14's features, stored or computed whenever a batch needs them.</summary>
internal sealed class Training : IDisposable
{
    private const int Images = 8, Boxes = 20;

    private static readonly TrainingOptions _options = new() { Iterations = 5, BatchSize = 4, WarmupIterations = 0, CheckpointEvery = 0, ReportEvery = 1000, Threads = 2 };

    private readonly string _folder = Directory.CreateTempSubdirectory("lat-bench-").FullName;
    private readonly ConcatenatedLabelSpace _spaces;
    private readonly LatTrainingSet _set;
    private readonly LatModel _model;

    public Training(string folder, bool stored)
    {
        var (image, extractor) = (Scene.Image(folder), Scene.Extractor(folder));
        EquatableArray<FeatureShape> levels = [new FeatureShape(extractor.Channels, Scene.Size.Height / 14, Scene.Size.Width / 14, 14)];
        byte[] Compute(string name)
        {
            torch.set_num_threads(_options.Threads);
            using var scope = torch.NewDisposeScope();
            return extractor.Extract(image, Scene.Size)[0].to(torch.float16).bytes.ToArray();
        }

        var names = Enumerable.Range(0, Images).Select(index => FormattableString.Invariant($"{index}.png")).ToList();
        var space = new LabelSpace(["car", "bus", "person"]);
        _spaces = new ConcatenatedLabelSpace([new(new DatasetName("a"), space), new(new DatasetName("b"), space)]);
        var random = new Seed(3).ToStream();
        Box Draw() => Box.FromXywh(random.NextDouble(0, 400), random.NextDouble(0, 150), random.NextDouble(20, 150), random.NextDouble(20, 120));
        var annotations = new AnnotationSet(space, names.Select(name => new AnnotatedImage(
            name, Scene.Size, Enumerable.Range(0, Boxes).Select(index => new Annotation(Draw(), index % 3)).ToEquatableArray())));
        var predictions = new DetectionIndex(new DetectionSet(space, annotations.Images.Select(labelled => new ImageDetections(
            labelled.FileName, labelled.Size, labelled.Annotations.Select(label => new Core.Detection(label.Box, label.ClassIndex, 0.8) { ClassScores = ScoresOf(label) }).ToEquatableArray())).ToEquatableArray()));
        _set = new LatTrainingSet(0, annotations, stored ? Stored(names, levels, Compute("")) : new ComputedFeatures(levels, Compute, extractor.Dispose), [null, predictions]);
        _model = new LatModel(new LatModelOptions(), levels, _spaces, new Seed(1));
    }

    /// <summary>Some iterations more. The model is made once: drawing its weights is no part of an iteration.</summary>
    public void Run()
    {
        using var trainable = new LatTrainable(_model, new LatModelOptions(), _options, _spaces, [_set], new Seed(2), torch.CPU);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName())).FullName;
        new TrainingLoop(_options, new Seed(1), folder).Run(trainable, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    public void Dispose()
    {
        _set.Features.Dispose();
        _model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static EquatableArray<float> ScoresOf(Annotation label) => Enumerable.Range(0, 3).Select(index => index == label.ClassIndex ? 0.8f : 0.1f).ToEquatableArray();

    private FeatureFile Stored(IEnumerable<string> names, EquatableArray<FeatureShape> levels, byte[] maps)
    {
        var path = Path.Combine(_folder, "features.bin");
        using (var writer = new FeatureFileWriter(path, levels))
        {
            foreach (var name in names)
            {
                writer.Add(name, maps);
            }

            writer.Complete();
        }

        return FeatureFile.Open(path);
    }
}
