using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli.Tests;

/// <summary>Labels of a finished experiment, taken out by `labels` and `review`.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private const string Experiment = """
        version: 1
        description: Two datasets.
        datasets:
          fine: { kind: streets, space: fine, train: 2, validation: 1 }
          mid: { kind: streets, space: mid, train: 2, validation: 1 }
        targets: [mid]
        methods: [baseline, pseudo-label, lat]
        """;

    private readonly TemporaryFolder _folder = new();

    public ReviewCommandTests()
    {
        File.WriteAllText(_folder["experiment.yaml"], Experiment);
        var size = new ImageSize(64, 48);
        Write("import/fine/train", "annotations.bin", new LabelSpace("vehicle.car"), new Annotation(new Box(4, 4, 20, 20), 0));
        var space = new LabelSpace("person", "car");
        Write("transfer/lat/fine-to-mid/seed-1", "labels.bin", space, Label(4, 1, 0.55), Label(40, 0, 0.3));
        Write("transfer/pseudo-label/fine-to-mid/seed-1", "labels.bin", space, Label(4, 0, 0.9));
        PackedImages.Write(Path.Combine(_folder.Path, "outputs", "import", "fine", "train", "images.pack"), [new PackedImage("a.png", new RgbImage(size)), new PackedImage("b.jpg", new RgbImage(size))]);

        static Annotation Label(double x, int name, double confidence) => new(new Box(x, 4, x + 16, 20), name) { Confidence = confidence, Origin = AnnotationOrigin.Transferred };

        void Write(string node, string file, LabelSpace space, params Annotation[] labels)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "outputs", node)).FullName;
            AnnotationFile.Write(Path.Combine(folder, file), new AnnotationSet(space, [new("a.png", size, labels.ToEquatableArray()), new("b.jpg", size, [])]));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cvat", "annotations.xml", "labels.json")]
    [InlineData("label-studio", "labels.xml", "tasks.json")]
    public void ABatchHasImagesLabelsAndTheQueue(string tool, string first, string second)
    {
        var (exitCode, output, errors) = Export("--tool", tool);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("another class elsewhere", output, StringComparison.Ordinal);
        Assert.Equal(
            new[] { "batch.json", "queue.csv", first, second }.Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder["batch"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(new ImageSize(64, 48), ImageCodec.Decode(Path.Combine(_folder["batch"], "images", "a.png")).Size);
    }

    [Fact]
    public void CorrectionsComeBackAsACocoFileThatAnExperimentNames()
    {
        Export();
        var xml = Path.Combine(_folder["batch"], "annotations.xml");
        File.WriteAllText(xml, File.ReadAllText(xml).Replace("label=\"car\"", "label=\"person\"", StringComparison.Ordinal));
        var (exitCode, output, errors) = LatCommand.Run("review", "import", xml, "--batch", _folder["batch"], "--out", _folder["fixed.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains($"- {{ source: fine, target: mid, file: {_folder["fixed.json"]}, methods: [lat] }}", output, StringComparison.Ordinal);
        var image = Assert.Single(CocoAnnotationFile.Read(_folder["fixed.json"]).Annotations.Images);
        var label = Assert.Single(image.Annotations);
        Assert.Equal(("a.png", 0, 1.0, AnnotationOrigin.Reviewed), (image.FileName, label.ClassIndex, label.Confidence, label.Origin));
    }

    [Fact]
    public void ReviewedImagesAreLeftOutOfTheNextRound()
    {
        Export();
        LatCommand.Run("review", "import", Path.Combine(_folder["batch"], "annotations.xml"), "--batch", _folder["batch"], "--out", _folder["fixed.json"]);
        Directory.Delete(_folder["batch"], recursive: true);
        var (exitCode, _, errors) = Export("--except", _folder["fixed.json"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("is worth a look: every image was reviewed", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["batch"]));
    }

    [Fact]
    public void AFolderInUseIsLeftAsItIs()
    {
        Directory.CreateDirectory(_folder["batch"]);
        File.WriteAllText(Path.Combine(_folder["batch"], "mine.txt"), "mine");
        var (exitCode, _, errors) = Export();
        Assert.Equal(1, exitCode);
        Assert.Contains("exists already and is not empty", errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder["batch"]));
    }

    [Theory]
    [InlineData("--method", "oracle", "has no labels by 'oracle' from 'fine' to 'mid'. It has: pseudo-label fine-to-mid, lat fine-to-mid.")]
    [InlineData("--tool", "paint", "No labelling tool 'paint'")]
    [InlineData("--boxes", "0", "--boxes is 0; expected at least 1.")]
    public void AMistakeIsNamed(string option, string value, string expected)
    {
        var (exitCode, _, errors) = Export(option, value);
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsLeaveAsADatasetWithTheirConfidence()
    {
        var (exitCode, output, errors) = LatCommand.Run("labels", _folder.Path, _folder["labels"], "--source", "fine", "--target", "mid", "--threshold", "0.2");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("2 images, 2 boxes of confidence 0.2 or more", output, StringComparison.Ordinal);
        var read = CocoAnnotationFile.Read(Path.Combine(_folder["labels"], "annotations", "train.json")).Annotations;
        Assert.Equal([0.55, 0.3], read.Images[0].Annotations.Select(label => label.Confidence));
        Assert.Equal(2, Directory.GetFiles(_folder["labels"], "*.*", SearchOption.AllDirectories).Count(path => path.EndsWith('g')));
    }

    [Fact]
    public void WithoutTheFilesOfTheStagesTheFolderSaysWhatToDo()
    {
        Directory.Delete(_folder["outputs"], recursive: true);
        Assert.Contains("has no folder outputs/", Export().Errors, StringComparison.Ordinal);
        File.Delete(_folder["experiment.yaml"]);
        Assert.Contains("it has no experiment.yaml", Export().Errors, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output, string Errors) Export(params string[] more) =>
        LatCommand.Run(["review", "export", _folder.Path, _folder["batch"], "--source", "fine", "--target", "mid", .. more]);
}
