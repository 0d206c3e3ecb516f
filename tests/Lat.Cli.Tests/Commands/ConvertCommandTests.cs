using Lat.Datasets;

namespace Lat.Cli.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    private const string Coco = """
        {"images": [{"id": 1, "file_name": "a.png", "width": 8, "height": 4}], "categories": [{"id": 7, "name": "car"}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 7, "bbox": [1, 1, 4, 2], "iscrowd": 0, "score": 0.75, "origin": "transferred"},
                         {"id": 2, "image_id": 1, "category_id": 7, "bbox": [6, 1, 4, 2], "iscrowd": 0}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Input(string json = Coco, bool withImage = true)
    {
        var input = _folder["in"];
        Directory.CreateDirectory(Path.Join(input, "annotations"));
        Directory.CreateDirectory(Path.Join(input, "images"));
        File.WriteAllText(Path.Join(input, "annotations", "train.json"), json);
        if (withImage)
        {
            var picture = new RgbImage(new ImageSize(8, 4));
            File.WriteAllBytes(Path.Join(input, "images", "a.png"), Imaging.ImageCodec.EncodePng(picture));
        }

        return input;
    }

    [Theory]
    [InlineData("voc")]
    [InlineData("yolo")]
    [InlineData("coco")]
    public void EveryFormatThatIsWrittenReadsBackWithItsPixels(string format)
    {
        var (exitCode, output, errors) = LatCommand.Run("convert", "--from", "coco", "--to", format, Input(), _folder["out"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("boxes clipped to the image: 1", output, StringComparison.Ordinal);
        Assert.Contains($"Written: {_folder["out"]} (1 images, 2 boxes)", output, StringComparison.Ordinal);
        var read = DatasetFormats.Find(format).Read(_folder["out"], new ReadOptions { Split = "train" });
        Assert.Equal(
            [new Annotation(new Box(1, 1, 5, 3), 0) { Confidence = 0.75, Origin = AnnotationOrigin.Transferred }, new Annotation(new Box(6, 1, 8, 3), 0)],
            read.Annotations.Images[0].Annotations);
        Assert.Equal(File.ReadAllBytes(Path.Join(_folder["in"], "images", "a.png")), read.Images[0].Source!.ReadBytes());
    }

    [Fact]
    public void LinksPointToTheImagesThatWereRead()
    {
        LatCommand.Run("convert", "--from", "coco", "--to", "yolo", "--images", "link", Input(), _folder["out"]);
        Assert.Equal(Path.Join(_folder["in"], "images", "a.png"), new FileInfo(Path.Join(_folder["out"], "images", "train", "a.png")).LinkTarget);
    }

    [Fact]
    public void ImagesThatAreNotThereMayBeSkipped()
    {
        string[] convert = ["convert", "--from", "coco", "--to", "voc", Input(Coco.Replace("}], \"categories\"", "}, {\"id\": 2, \"file_name\": \"gone.png\", \"width\": 8, \"height\": 4}], \"categories\"", StringComparison.Ordinal)), _folder["out"]];
        var (exitCode, _, errors) = LatCommand.Run(convert);
        Assert.Equal(1, exitCode);
        Assert.Contains("missing images `skip` or `labels-only`", errors, StringComparison.Ordinal);

        (exitCode, var output, _) = LatCommand.Run([.. convert, "--missing-images", "skip"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("(1 images, 2 boxes)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsAloneNeedNoPixels()
    {
        var input = Input(withImage: false);
        Assert.Equal(0, LatCommand.Run("convert", "--from", "coco", "--to", "voc", "--images", "none", input, _folder["out"]).ExitCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Join(_folder["out"], "JPEGImages")));
        Assert.Equal(1, LatCommand.Run("convert", "--from", "coco", "--to", "voc", input, _folder["other"]).ExitCode);
    }

    [Fact]
    public void ABadDatasetIsRefusedWithAllItsFaultsAndNoOutput()
    {
        var json = Coco.Replace("[1, 1, 4, 2]", "[1, 1, -4, 2]", StringComparison.Ordinal).Replace("\"category_id\": 7, \"bbox\": [6", "\"category_id\": 9, \"bbox\": [6", StringComparison.Ordinal);

        var (exitCode, _, errors) = LatCommand.Run("convert", "--from", "coco", "--to", "voc", Input(json), _folder["out"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("2 fault(s), nothing was imported", errors, StringComparison.Ordinal);
        Assert.Contains("annotations[0]", errors, StringComparison.Ordinal);
        Assert.Contains("annotations[1]", errors, StringComparison.Ordinal);
        Assert.Equal([_folder["in"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void SeveralSplitsBecomeOneDataset()
    {
        var input = Input();
        var other = Coco.Replace("a.png", "b.png", StringComparison.Ordinal);
        File.WriteAllText(Path.Join(input, "annotations", "val.json"), other);
        File.Copy(Path.Join(input, "images", "a.png"), Path.Join(input, "images", "b.png"));

        var (exitCode, output, _) = LatCommand.Run("convert", "--from", "coco", "--to", "yolo", "--split", "train", "--split", "val", input, _folder["out"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("(2 images, 4 boxes)", output, StringComparison.Ordinal);
        Assert.Equal(["b.png"], YoloFormat.Format.Read(_folder["out"], new() { Split = "val" }).Annotations.Images.Select(image => image.FileName));
    }

    [Fact]
    public void AnOutputThatIsInUseIsNotTouched()
    {
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(Path.Join(_folder["out"], "mine.txt"), "x");
        var (exitCode, _, errors) = LatCommand.Run("convert", "--from", "coco", "--to", "voc", Input(), _folder["out"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("exists already and is not empty", errors, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder["out"]));
    }

    [Theory]
    [InlineData("cocoo", "voc", "Did you mean 'coco'?")]
    [InlineData("coco", "waymo", "does not write it. It writes: coco, voc, yolo")]
    public void AFormatThatIsNotThereIsRefusedWithASuggestion(string from, string to, string message)
    {
        var (exitCode, _, errors) = LatCommand.Run("convert", "--from", from, "--to", to, Input(), _folder["out"]);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }
}
