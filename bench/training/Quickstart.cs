using Lat.Core;
using Lat.Datasets;
using Lat.Detection;
using Lat.Imaging;
using Lat.Pipeline;

namespace Lat.Bench.Training;

/// <summary>The detector of experiments/quickstart.yaml and its data: the images of `mid`, packed as the import stage packs them.</summary>
internal sealed class Quickstart : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-bench-").FullName;
    private readonly TrainingImages _images;

    /// <param name="root">The repository.</param>
    /// <param name="size">The size of the images; null for that of the experiment.</param>
    /// <param name="validation">Images to evaluate on.</param>
    public Quickstart(string root, ImageSize? size, int validation)
    {
        var experiment = ExperimentFile.Load(root, "quickstart", []);
        var dataset = (StreetsDatasetOptions)experiment.Datasets["mid"] with { Validation = validation };
        dataset = size is { } other ? dataset with { Size = other } : dataset;
        Spec = experiment.Detector;
        Space = StreetsLabelSpaces.Of(dataset.Space);
        Train = [.. StreetsGenerator.Generate(dataset.For(StreetsSplit.Train))];
        Validation = [.. StreetsGenerator.Generate(dataset.For(StreetsSplit.Validation))];
        var pack = Path.Combine(_folder, "images.pack");
        PackedImages.Write(pack, Train.Select(example => new PackedImage(example.FileName, example.Image)));
        _images = new TrainingImages(pack, Labels(Train), LabelSpaceSlice.Whole(Space.Count));
        Source = new PackedExampleSource([_images], Spec.Augmentation);
    }

    public DetectorSpec Spec { get; }

    public LabelSpace Space { get; }

    public IReadOnlyList<StreetsExample> Train { get; }

    public IReadOnlyList<StreetsExample> Validation { get; }

    /// <summary>The training images, read from the pack and augmented.</summary>
    public IExampleSource Source { get; }

    public AnnotationSet Labels(IEnumerable<StreetsExample> examples) =>
        new(Space, examples.Select(example => new AnnotatedImage(example.FileName, example.Image.Size, example.Annotations)));

    /// <summary>A folder for a run's checkpoints and metrics.</summary>
    public string Folder() => Directory.CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName())).FullName;

    public void Dispose()
    {
        _images.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
