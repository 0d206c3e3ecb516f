using Lat.Datasets;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline.Tests;

public sealed class StudentTeacherStageTests : IDisposable
{
    private static readonly LabelSpace Space = new("bright", "dark");

    private static readonly DownstreamSpec Spec = new()
    {
        Network = new DetectorOptions
        {
            StemChannels = 8,
            StageChannels = [8, 8, 8, 8],
            FeatureChannels = 8,
            Anchors = new AnchorOptions { Sizes = [8, 16, 32, 48, 64] },
            Proposals = new ProposalOptions { BatchPerImage = 32, TrainingPreNms = 50, TrainingPostNms = 32, PredictionPostNms = 32 },
            Regions = new RegionOptions { OutputSize = 3, CanonicalBoxSize = 64, BatchPerImage = 16, HeadWidth = 16 },
        },
        Training = new TrainingOptions { Iterations = 3, BatchSize = 1, BaseLearningRate = 0.005, WarmupIterations = 1, ReportEvery = 1 },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FromImportedImagesToADetectorWithProgressAndScalarsOnTheWay()
    {
        PackedImages.Write(_folder["target.pack"], [new PackedImage("a.png", Square(40)), new PackedImage("b.png", Square(200))]);
        PackedImages.Write(_folder["other.pack"], [new PackedImage("c.png", Square(90))]);
        AnnotationFile.Write(_folder["annotations.bin"], new AnnotationSet(Space, [Image("a.png", 1), Image("b.png", 0)]));
        Directory.CreateDirectory(_folder["work"]);
        var lines = new List<string>();
        var method = new StudentTeacherOptions { BurnInIterations = 1, UnlabelledBatchSize = 1, PseudoLabelThreshold = 0.01 };
        var stage = new StudentTeacherStage("downstream/student-teacher/mid/seed-1", Spec, method, "import/mid/train", [new("fine", "import/fine/train")], new Seed(1));
        var outputs = stage.Run(new StageContext(
            NamedMap.Create(("images", _folder["target.pack"]), ("annotations", _folder["annotations.bin"]), ("images/fine", _folder["other.pack"])),
            _folder["work"],
            "cpu",
            lines.Add) { ScalarsDirectory = _folder["scalars"] });

        Assert.Equal(["weights.safetensors", "detector.json", "metrics.jsonl"], outputs);
        using (var predictor = DetectorPredictor.Load(_folder["work"], torch.CPU))
        {
            Assert.Equal(Space, predictor.Description.LabelSpaces[0]);
        }

        Assert.Equal([1L, 2L, 3L], lines.Select(line => StageProgress.Parse(line)!.Done));
        Assert.Contains(StageProgress.Parse(lines[2])!.Losses, loss => loss.Name == "class-unlabelled");
        Assert.Equal([1L, 2L, 3L], ScalarEventFile.Read(Path.Combine(_folder["scalars"], ScalarEventFile.FileName)).Select(entry => entry.Step));
    }

    [Fact]
    public void ASourceKnowsSizesAndEmptyImagesWithoutReadingThem()
    {
        PackedImages.Write(_folder["target.pack"], [new PackedImage("a.png", Square(40)), new PackedImage("b.png", new RgbImage(new ImageSize(32, 96)))]);
        var crowd = new AnnotatedImage("b.png", new ImageSize(32, 96), [new Annotation(new Box(0, 0, 9, 9), 0) { IsCrowd = true }]);
        using var images = new TrainingImages(_folder["target.pack"], new AnnotationSet(Space, [Image("a.png", 1), crowd]), LabelSpaceSlice.Whole(2));
        var source = new PackedExampleSource([images], new AugmentationOptions());
        Assert.Equal([new ImageSize(64, 64), new ImageSize(32, 96)], new[] { 0, 1 }.Select(source.SizeOf));
        Assert.Equal([true, false], new[] { 0, 1 }.Select(source.HasObjects));
    }

    private static AnnotatedImage Image(string name, int classIndex) =>
        new(name, new ImageSize(64, 64), [new Annotation(new Box(16, 16, 48, 48), classIndex)]);

    private static RgbImage Square(byte value)
    {
        var image = new RgbImage(new ImageSize(64, 64));
        Array.Fill(image.Pixels, (byte)110);
        for (var y = 16; y < 48; y++)
        {
            image.Pixels.AsSpan(((y * 64) + 16) * 3, 32 * 3).Fill(value);
        }

        return image;
    }
}
