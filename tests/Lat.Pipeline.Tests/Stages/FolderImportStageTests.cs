using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline.Tests;

public sealed class FolderImportStageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ImagesAndBoxesAreScaledDownTogether()
    {
        Write(("a.png", 64, 32));

        var outputs = Run(new CocoDatasetOptions { Root = "", MaxSide = 32 });

        var image = Assert.Single(AnnotationFile.Read(outputs[DatasetFiles.Annotations]).Images);
        Assert.Equal(new ImageSize(32, 16), image.Size);
        Assert.Equal(new Box(2, 1, 12, 6), Assert.Single(image.Annotations).Box);
        Assert.Equal("a.png\n", File.ReadAllText(outputs[DatasetFiles.ImageList]));
        using var pixels = PackedImages.Open(outputs[DatasetFiles.Images]);
        Assert.Equal(["a.png"], pixels.FileNames);
    }

    [Fact]
    public void ASubsetHasSoManyImagesAndTheSameOnesEveryTime()
    {
        Write([.. Enumerable.Range(0, 20).Select(index => (FormattableString.Invariant($"{index:D2}.png"), 16, 16))]);
        var options = new CocoDatasetOptions { Root = "", Subset = 5 };

        var first = AnnotationFile.Read(Run(options)[DatasetFiles.Annotations]).Images.Select(image => image.FileName).ToList();
        var second = AnnotationFile.Read(Run(options)[DatasetFiles.Annotations]).Images.Select(image => image.FileName).ToList();

        Assert.Equal(5, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public void ADamagedImageIsNamedAndNothingIsImported()
    {
        Write(("a.png", 64, 32), ("b.png", 16, 16));
        File.WriteAllBytes(PathOf("images/b.png"), File.ReadAllBytes(PathOf("images/b.png"))[..30]);
        File.WriteAllBytes(PathOf("images/a.png"), PngBytes.Encode(new RgbImage(new ImageSize(5, 5))));

        var message = Assert.Throws<LatException>(() => Run(new CocoDatasetOptions { Root = "" })).Message;

        Assert.Contains("2 image(s)", message, StringComparison.Ordinal);
        Assert.Contains("b.png", message, StringComparison.Ordinal);
        Assert.Contains("is 5x5, but its labels are for 64x32", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingDatasetSaysWhatToDownloadAndWhereToPutIt()
    {
        var stage = new FolderImportStage("import/x/train", new CityscapesDatasetOptions { Root = "x" }.For(validation: false), Dataset(PathOf("nowhere")));

        var message = Assert.Throws<LatException>(() => stage.Run(Context(PathOf("nowhere")))).Message;

        Assert.Contains("gtFine_trainvaltest.zip", message, StringComparison.Ordinal);
        Assert.Contains("--data DIR or LAT_DATA", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheKeyKnowsTheContentOfTheFolderAndNotItsPlace()
    {
        Write(("a.png", 8, 8));
        var before = DatasetInput.Hash(PathOf(""));
        var moved = Directory.CreateTempSubdirectory("lat-import-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories))
            {
                var target = Path.Join(moved.FullName, Path.GetRelativePath(_folder.FullName, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            Assert.Equal(before, DatasetInput.Hash(moved.FullName));
            File.AppendAllText(Path.Join(moved.FullName, "annotations", "train.json"), " ");
            Assert.NotEqual(before, DatasetInput.Hash(moved.FullName));
            Assert.Equal(DatasetInput.Hash(PathOf("no")), DatasetInput.Hash(PathOf("nothing")));
        }
        finally
        {
            moved.Delete(recursive: true);
        }
    }

    [Fact]
    public void EveryFormatIsAKindOfDataset()
    {
        var kinds = typeof(DatasetOptions).GetCustomAttributes(typeof(VariantAttribute), inherit: false).Cast<VariantAttribute>().Select(variant => variant.Name);

        Assert.Equal(DatasetFormats.All.Select(format => format.Name), kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OfADatasetWithoutSplitsATenthIsHeldOut()
    {
        var options = new SynscapesDatasetOptions { Root = "x" };
        var names = Enumerable.Range(0, 1000).Select(index => FormattableString.Invariant($"{index}.png")).ToList();

        var (train, validation) = (names.Where(options.For(false).Includes).ToList(), names.Where(options.For(true).Includes).ToList());

        Assert.Empty(options.Check());
        Assert.InRange(validation.Count, 70, 130);
        Assert.Equal(names.Order(StringComparer.Ordinal), train.Concat(validation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ImpossibleOptionsAreAllNamed()
    {
        var problems = new CityscapesDatasetOptions
        {
            Root = " ", Variant = "outlines", Parts = ["fog"], Train = "val", MissingImages = MissingImagePolicy.LabelsOnly,
        }.Check().Select(problem => problem.Path);

        Assert.Equal(["Root", "MissingImages", "Variant", "Parts[0]", "Validation"], problems);
    }

    private string PathOf(string name) => Path.Join(_folder.FullName, name);

    private void Write(params (string Name, int Width, int Height)[] images)
    {
        Directory.CreateDirectory(PathOf("annotations"));
        Directory.CreateDirectory(PathOf("images"));
        CocoAnnotationFile.Write(PathOf("annotations/train.json"), new AnnotationSet(
            new LabelSpace("car"),
            images.Select(image => new AnnotatedImage(image.Name, new ImageSize(image.Width, image.Height), [new Annotation(new Box(4, 2, 24, 12).ClipTo(new ImageSize(image.Width, image.Height)), 0)]))));
        foreach (var (name, width, height) in images)
        {
            File.WriteAllBytes(PathOf("images/" + name), PngBytes.Encode(new RgbImage(new ImageSize(width, height))));
        }
    }

    private Dictionary<string, string> Run(FolderDatasetOptions options)
    {
        var context = Context(_folder.FullName);
        return new FolderImportStage("import/x/train", options.For(validation: false), Dataset(_folder.FullName)).Run(context).ToDictionary(name => name, context.Output);
    }

    private static ExternalInput Dataset(string path) => DatasetInput.Of(path, new DatasetHasher());

    private StageContext Context(string path)
    {
        var work = Directory.CreateDirectory(PathOf(".work")).FullName;
        return new StageContext(NamedMap.Create((DatasetInput.Name, path)), work, "cpu", _ => { });
    }
}
