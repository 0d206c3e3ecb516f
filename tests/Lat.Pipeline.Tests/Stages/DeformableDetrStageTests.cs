using Lat.Datasets;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline.Tests;

public sealed class DeformableDetrStageTests : IDisposable
{
    private static readonly LabelSpace Space = new("bright", "dark");

    private static readonly DownstreamSpec Spec = new()
    {
        Architecture = DetectorArchitecture.DeformableDetr,
        Network = new DetectorOptions { StemChannels = 8, StageChannels = [8, 8, 8, 8] },
        DeformableDetr = new DeformableDetrOptions { Width = 32, Heads = 4, Levels = 3, EncoderLayers = 1, DecoderLayers = 1, HiddenWidth = 32, Queries = 5, EncoderPoints = 1, DecoderPoints = 1 },
        Training = new TrainingOptions { Iterations = 3, BatchSize = 2, Optimizer = OptimizerKind.AdamW, BaseLearningRate = 0.0002, WarmupIterations = 1, ReportEvery = 1 },
        IgnoreThreshold = 0.2,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FromImportedImagesAndTransferredLabelsToDetectionsOfEveryImage()
    {
        PackedImages.Write(_folder["target.pack"], [new PackedImage("a.png", new RgbImage(new ImageSize(64, 48)))]);
        PackedImages.Write(_folder["source.pack"], [new PackedImage("b.png", new RgbImage(new ImageSize(50, 64))), new PackedImage("c.png", new RgbImage(new ImageSize(64, 64)))]);
        AnnotationFile.Write(_folder["annotations.bin"], new AnnotationSet(Space, [Image("a.png", new ImageSize(64, 48), 1)]));
        AnnotationFile.Write(_folder["labels.bin"], new AnnotationSet(Space, [Image("b.png", new ImageSize(50, 64), 0.7), Image("c.png", new ImageSize(64, 64), 0.3)]));
        Directory.CreateDirectory(_folder["work"]);
        var lines = new List<string>();
        var stage = new DeformableDetrStage(
            "downstream/lat/mid/seed-1", Spec, "import/mid/train", [new LabelledSource("fine", "import/fine/train", "transfer", "labels")], new Seed(1));
        var outputs = stage.Run(new StageContext(
            NamedMap.Create(
                ("images", _folder["target.pack"]), ("annotations", _folder["annotations.bin"]), ("images/fine", _folder["source.pack"]), ("labels/fine", _folder["labels.bin"])),
            _folder["work"],
            "cpu",
            lines.Add));

        Assert.Equal(["weights.safetensors", "detector.json", "metrics.jsonl"], outputs);
        Assert.Equal(["class", "box", "giou"], StageProgress.Parse(lines[^1])!.Losses.Select(loss => loss.Name));
        var found = StoredDetector.Predict(
            new StageContext(
                NamedMap.Create(
                    ("weights", Path.Combine(_folder["work"], DetectorFolder.WeightsFile)),
                    ("description", Path.Combine(_folder["work"], DetectorFolder.DescriptionFile)),
                    ("images", _folder["source.pack"])),
                _folder["work"],
                "cpu",
                _ => { }),
            1);
        Assert.Equal(Space, found.LabelSpace);
        Assert.Equal([10, 10], found.Images.Select(image => image.Detections.Count)); // five queries and two classes
    }

    private static AnnotatedImage Image(string name, ImageSize size, double confidence) =>
        new(name, size, [new Annotation(new Box(8, 8, 32, 32), 1) { Confidence = confidence }]);
}
