using System.Text.Json;
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
    public void WhereMissingImagesAreSkippedBrokenOnesAreAndTheCardNamesThem()
    {
        Write(("a.png", 64, 32), ("b.png", 16, 16), ("c.png", 64, 32));
        File.WriteAllBytes(PathOf("images/b.png"), File.ReadAllBytes(PathOf("images/b.png"))[..30]);

        var outputs = Run(new CocoDatasetOptions { Root = "", MissingImages = MissingImagePolicy.Skip });

        Assert.Equal(["a.png", "c.png"], AnnotationFile.Read(outputs[DatasetFiles.Annotations]).Images.Select(image => image.FileName));
        using var card = JsonDocument.Parse(File.ReadAllBytes(outputs[DatasetFiles.Card]));
        var broken = card.RootElement.GetProperty("brokenImages");
        Assert.Equal(1, broken.GetProperty("count").GetInt32());
        Assert.Contains("'images/b.png'", broken.GetProperty("named")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, card.RootElement.GetProperty("images").GetInt32());
    }

    [Fact]
    public void TheCardSaysWhatTheDatasetHoldsAndHowItIsDrawn()
    {
        Write(("a.png", 64, 32), ("b.png", 64, 32));

        using var card = JsonDocument.Parse(File.ReadAllBytes(Run(new CocoDatasetOptions { Root = "" })[DatasetFiles.Card]));

        var root = card.RootElement;
        Assert.Equal(CocoFormat.Format.Documentation.Licence, root.GetProperty("licence").GetString());
        Assert.Equal("exclusive", root.GetProperty("convention").GetProperty("maximum").GetString());
        Assert.Equal(2, root.GetProperty("classes")[0].GetProperty("boxes").GetInt32());
        Assert.Equal(0, root.GetProperty("crowdShare").GetDouble());
        Assert.Equal([0, 0, 0, 2], root.GetProperty("boxSides").EnumerateArray().Select(step => step.GetProperty("boxes").GetInt32()));
        Assert.Equal(["a.png", "b.png"], root.GetProperty("identicalImages").GetProperty("named")[0].EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(2, root.GetProperty("similarImages").GetProperty("images").GetInt32());
    }

    [Fact]
    public void ManyImagesGiveTheSameBytesAsOneAfterTheOther()
    {
        Write([.. Enumerable.Range(0, 40).Select(index => (FormattableString.Invariant($"{index:D2}.png"), 16 + index, 16))]);
        var options = new CocoDatasetOptions { Root = "" };

        var first = Run(options).ToDictionary(output => output.Key, output => File.ReadAllBytes(output.Value));
        var dataset = CocoFormat.Format.Read(_folder.FullName, options.For(validation: false).Reading);
        PackedImages.Write(PathOf("one-by-one"), dataset.Annotations.Images.Select((image, index) => new PackedImage(image.FileName, ImageCodec.Decode(dataset.Images[index].Source!.ReadBytes(), ""))));

        Assert.Equal(File.ReadAllBytes(PathOf("one-by-one")), first[DatasetFiles.Images]);
        Assert.All(Run(options), output => Assert.Equal(first[output.Key], File.ReadAllBytes(output.Value)));
    }

    [Fact]
    public void SmallBoxesAndEmptyImagesAreLeftOutOfTrainingOnly()
    {
        Write(("a.png", 64, 32), ("small.png", 8, 8));
        var options = new CocoDatasetOptions { Root = "", Filter = new BoxFilterOptions { MinimumWidth = 5, LeaveOutEmptyImages = true } };

        Assert.Equal("a.png\n", File.ReadAllText(Run(options)[DatasetFiles.ImageList]));
        Assert.Equal(new BoxFilterOptions(), options.For(validation: true).Filter);
    }

    [Fact]
    public void TheFilterAndTheSubsetAreFieldsOfAFolderDataset()
    {
        var dataset = Assert.IsType<CityscapesDatasetOptions>(Some.Of(Some.Yaml.Replace(
            "coarse: { kind: streets, space: coarse, train: 4, validation: 2 }",
            "city: { kind: cityscapes, root: cityscapes, subset: 3000, subsetSeed: 7, frameStep: 5, filter: { minimumHeight: 10, leaveOutEmptyImages: true } }",
            StringComparison.Ordinal)).Datasets["city"]);

        var import = dataset.For(validation: false);
        Assert.Equal(new BoxFilterOptions { MinimumHeight = 10, LeaveOutEmptyImages = true }, import.Filter);
        Assert.Equal(new SubsetOptions { Count = 3000, Seed = new Seed(7) }, import.Subset);
        Assert.Equal(5, import.Reading.FrameStep);
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
