using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Whatever the format, a bad record is refused with its file, its place and what to do; what is only odd is read and reported.</summary>
public sealed class BadRecordTests
{
    private const string LeftOut = "images left out: no labels";

    public static TheoryData<string> Names => [.. BadRecords.All.Select(one => one.ToString())];

    public static TheoryData<int> Cases => BrokenBoxTests.Cases;

    [Fact]
    public void EveryFormatOnDiskHasAnUnknownClassAndLabelsWithoutAnImage() => Assert.All(
        DatasetFormats.All.Where(format => format != StreetsFormat.Format),
        format => Assert.All(["unknown class", "labels without an image"], kind => Assert.Contains(BadRecords.All, one => one.Format == format && one.Kind == kind)));

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsFileItsRecordAndTheRemedyAreNamed(string name)
    {
        var one = BadRecords.All.Single(each => each.ToString() == name);
        using var tree = one.Make();

        var message = tree.Refusal(one.Format);

        Assert.Contains("nothing was imported", message, StringComparison.Ordinal);
        var line = Assert.Single(message.Split('\n'), each => each.Contains($"{tree[one.File]}: {one.Record}", StringComparison.Ordinal));
        Assert.Contains(one.Remedy, line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AFileOfLabelsThatIsALinkToItselfIsRefused(int index)
    {
        var one = OneBox.All[index];
        var names = FilesOf(one);
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            using var tree = one.Make(1, 2, 31, 22);
            File.Delete(tree[name]);
            File.CreateSymbolicLink(tree[name], tree[name]);

            var message = tree.Refusal(one.Format);

            Assert.Contains(tree.Root, message, StringComparison.Ordinal);
            Assert.InRange(message.Length, 1, 2000);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnImageThatIsALinkToNothingOrToItselfIsMissingAndALinkToAnImageIsNot(int index)
    {
        var one = OneBox.All[index];
        foreach (var target in new[] { "itself", "nothing", "an image" })
        {
            using var tree = one.Make(1, 2, 31, 22);
            var before = tree.Read(one.Format).Annotations.Images;
            foreach (var image in ImagesOf(tree))
            {
                File.Move(image, image + ".moved");
                File.CreateSymbolicLink(image, target switch { "itself" => image, "nothing" => image + ".none", _ => image + ".moved" });
            }

            if (target == "an image" || ImagesOf(tree).Count == 0)
            {
                Assert.Equal(before, tree.Read(one.Format).Annotations.Images);
                continue;
            }

            Assert.Contains("nothing was imported", tree.Refusal(one.Format), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void FoldersThatLinkBackToFoldersAboveChangeNothing(int index)
    {
        var one = OneBox.All[index];
        using var tree = one.Make(1, 2, 31, 22);
        var before = tree.Read(one.Format).Annotations.Images;

        // What lies directly in gtFine is a split by its name.
        foreach (var folder in Directory.GetDirectories(tree.Root, "*", SearchOption.AllDirectories).Where(folder => Path.GetFileName(folder) != "gtFine"))
        {
            Directory.CreateSymbolicLink(Path.Join(folder, "back"), tree.Root);
        }

        Assert.Equal(before, tree.Read(one.Format).Annotations.Images);
    }

    [Fact]
    public void AnImageWithoutItsFileOfLabelsIsReportedAndTheRestIsRead()
    {
        foreach (var (format, extra) in new[]
        {
            (CityscapesFormat.Format, CityscapesTree.ImageName.Replace("000019", "000020", StringComparison.Ordinal)),
            (PascalVocFormat.Format, "JPEGImages/f/2.png"),
            (SynscapesFormat.Format, "img/rgb/2.png"),
        })
        {
            using var tree = OneBox.All.Single(one => one.Format == format).Make(1, 2, 31, 22).WriteImage(extra);

            var read = tree.Read(format);

            Assert.Equal((1, 1L), (read.Images.Count, read.Report.Counts[LeftOut]));
            var warning = Assert.Single(read.Report.Warnings);
            Assert.Equal((tree[extra], "there are no labels for this image"), (warning.File, warning.Message));
            Assert.NotEmpty(warning.Remedy);
        }
    }

    [Fact]
    public void LabelsOfYoloWithoutTheirImageAreSkippedOrReadByTheirProvenance()
    {
        var set = new AnnotationSet(new LabelSpace("car"), [new AnnotatedImage("f/a.png", new ImageSize(8, 4), [new Annotation(new Box(1, 1, 3, 3), 0)])]);
        using var tree = new DatasetTree();
        DatasetOutput.Write(DatasetWriters.Find("yolo"), tree["out"], [new DatasetSplit("train", set, [new ImportedImage(null, null)])], ImageTransfer.None);
        var options = new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly };

        Assert.Equal(set.Images, YoloFormat.Format.Read(tree["out"], options).Annotations.Images);

        tree.WriteImage("out/images/train/b.png").Write("out/labels/train/classes.txt", "car\n");
        var skipped = YoloFormat.Format.Read(tree["out"], options with { MissingImages = MissingImagePolicy.Skip });
        Assert.Equal(("b.png", 1L), (Assert.Single(skipped.Annotations.Images).FileName, skipped.Report.Counts["images skipped: pixels missing"]));
    }

    private static List<string> ImagesOf(DatasetTree tree) =>
        [.. Directory.GetFiles(tree.Root, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".png" or ".jpg" && !path.Contains("gtFine", StringComparison.Ordinal))];

    private static List<string> FilesOf(OneBox one)
    {
        using var tree = one.Make(1, 2, 31, 22);
        return [.. Directory.GetFiles(tree.Root, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is not (".png" or ".jpg")).Select(path => Path.GetRelativePath(tree.Root, path)).Order(StringComparer.Ordinal)];
    }
}
