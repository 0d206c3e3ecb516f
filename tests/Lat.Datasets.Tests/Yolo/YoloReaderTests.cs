using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class YoloReaderTests
{
    private const string Yaml = "path: .\ntrain: images/train\nval: images/val\nnames: [car, bus]\n";

    private static DatasetTree Tree(string labels = "1 0.5 0.5 0.25 0.5\n", string yaml = Yaml) => new DatasetTree()
        .Write("data.yaml", yaml)
        .Write("labels/train/a.txt", labels)
        .WriteImage("images/train/a.png")
        .WriteImage("images/val/b.png");

    [Fact]
    public void FractionsBecomePixelsOfTheImage()
    {
        using var tree = Tree();

        var read = tree.Read(YoloFormat.Format, new ReadOptions { Split = "train" });

        Assert.Equal(new LabelSpace("car", "bus"), read.Annotations.LabelSpace);
        Assert.Equal(("a.png", new ImageSize(8, 4)), (read.Annotations.Images[0].FileName, read.Annotations.Images[0].Size));
        Assert.Equal([new Annotation(new Box(3, 1, 5, 3), 1)], read.Annotations.Images[0].Annotations);
    }

    [Fact]
    public void AnImageWithoutALabelFileHasNoObject()
    {
        using var tree = Tree();
        var read = tree.Read(YoloFormat.Format);
        Assert.Equal(["a.png", "b.png"], read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal(1, read.Report.Counts["images without a label file: no objects"]);
    }

    [Fact]
    public void AListOfPathsNamesImagesAsAFolderDoes()
    {
        using var tree = Tree(yaml: "train: train.txt\nval: [images/val]\nnames: {0: car, 1: bus}\n").Write("train.txt", "./images/train/a.png\n\nimages/train/a.png\n");
        var read = tree.Read(YoloFormat.Format);
        Assert.Equal(["a.png", "b.png"], read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal(1, read.Report.Counts["images listed more than once: counted once"]);
        Assert.Equal(1, read.Annotations.AnnotationCount);
    }

    [Fact]
    public void RoboflowsPathsAreFoundWhereTheyAre()
    {
        using var tree = new DatasetTree().Write("data.yaml", "train: ../train/images\nnc: 1\nnames: ['car']\n")
            .WriteImage("train/images/a.png").Write("train/labels/a.txt", "0 0.5 0.5 1 1");
        Assert.Equal([new Annotation(new Box(0, 0, 8, 4), 0)], tree.Read(YoloFormat.Format).Annotations.Images[0].Annotations);
    }

    [Theory]
    [InlineData("images/train/../../..")]
    [InlineData("images/train/../../../../../../../../../../../../../../../../../../../../..")]
    public void AFolderAboveTheDatasetIsRefusedNotLookedThrough(string climbing)
    {
        using var tree = Tree(yaml: $"path: .\ntrain: {climbing}\nval: images/val\nnames: [car, bus]\n");
        var refusal = Assert.ThrowsAny<LatException>(() => tree.Read(YoloFormat.Format));
        Assert.Contains("which holds the whole dataset and more", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Name the folder of the split's images", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDatasetsOwnFolderMayHoldTheImagesOfASplit()
    {
        using var tree = new DatasetTree().Write("data.yaml", "path: .\ntrain: .\nnames: [car]\n").WriteImage("a.png");
        Assert.Equal(["a.png"], tree.Read(YoloFormat.Format).Annotations.Images.Select(image => image.FileName));
    }

    [Fact]
    public void ASixthNumberIsTheConfidenceAndMoreAreAPolygon()
    {
        using var tree = Tree("0 0.5 0.5 1 1 0.75\n1 0.25 0 0.5 0.5 0.25 1\n");
        var labels = tree.Read(YoloFormat.Format).Annotations.Images[0].Annotations;
        Assert.Equal([new Annotation(new Box(0, 0, 8, 4), 0) { Confidence = 0.75 }, new Annotation(new Box(2, 0, 4, 4), 1)], labels);
    }

    [Fact]
    public void LabelsOfAClassThatIsNotNamedMayBeSkipped()
    {
        using var tree = Tree("2 0.5 0.5 1 1\n1 0.5 0.5 1 1\n");
        var read = tree.Read(YoloFormat.Format, new ReadOptions { UnknownClasses = UnknownClassPolicy.Skip });
        Assert.Equal(1, Assert.Single(read.Annotations.Images[0].Annotations).ClassIndex);
        Assert.Equal(1, read.Report.Counts["boxes skipped: unknown class"]);
    }

    [Theory]
    [InlineData("2 0.5 0.5 1 1", "line[1]: is of class 2; data.yaml names 2, from 0")]
    [InlineData("0.5 0.5 0.5 1 1", "is of class 0.5")]
    [InlineData("0 0.5 0.5 1", "has 4 numbers; expected 5")]
    [InlineData("0 0.5 nan 1 1", "has 'nan'; expected finite numbers")]
    [InlineData("0 0.5 0,5 1 1", "has '0,5'; expected finite numbers")]
    [InlineData("0 0.5 0.5 -1 1", "has its maximum before its minimum")]
    [InlineData("0 0.5 0.5 1 1 1.5", "has the confidence 1.5; expected 0 to 1")]
    [InlineData("0 0.5 0.5 1 1 1 1 1", "has 8 numbers")]
    public void AFaultNamesItsLine(string labels, string message)
    {
        using var tree = Tree(labels);
        var refusal = tree.Refusal(YoloFormat.Format);
        Assert.Contains("a.txt: line[1]", refusal, StringComparison.Ordinal);
        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train: images/train\n", "names: is missing or empty")]
    [InlineData("train: images/train\nnames: [a, a]\n", "names 'a' twice")]
    [InlineData("train: images/train\nnames: {0: a, 2: b}\n", "has the key '2'; expected 0 to 1")]
    [InlineData("train: images/train\nnames: [a]\nnc: 2\n", "nc: is 2, but there are 1 names")]
    [InlineData("train: pictures\nnames: [a]\n", "names 'pictures', which is neither a folder nor a list")]
    [InlineData("names: [a]\n", "names no train, val or test")]
    [InlineData("train: {a: b}\nnames: [a]\n", "is a map; expected a path")]
    [InlineData("names: [a\n", "line[1]: a list or map that begins here does not end")]
    public void AFaultOfTheDescriptionSaysWhatToWrite(string yaml, string message)
    {
        using var tree = Tree(yaml: yaml);
        Assert.Contains(message, tree.Refusal(YoloFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void ASplitThatIsNotThereIsRefusedWithThoseThatAre()
    {
        using var tree = Tree();
        Assert.Contains("Ask for one of: train, val", tree.Refusal(YoloFormat.Format, new() { Split = "test" }), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoImagesOfOneNameInTwoSplitsAreNotTakenForOne()
    {
        using var tree = Tree().WriteImage("images/val/a.png");
        Assert.Contains("the image 'a.png' stands twice", tree.Refusal(YoloFormat.Format), StringComparison.Ordinal);
    }

    [TestDataFact]
    public void TheRealDatasetHasTheCountsOfItsDescription()
    {
        var read = YoloFormat.Format.Read(TestDataFactAttribute.PathOf("road-vehicle"), new ReadOptions { Split = "train" }).Annotations;
        int Count(string name) => read.Images.SelectMany(image => image.Annotations).Count(label => label.ClassIndex == read.LabelSpace.IndexOf(name));
        Assert.Equal((900, 21), (read.Images.Count, read.LabelSpace.Count));
        Assert.Equal((1548, 999, 987, 928, 655), (Count("car"), Count("rickshaw"), Count("bus"), Count("three wheelers -CNG-"), Count("motorbike")));
        Assert.Equal((478, 302, 124, 387), (Count("truck"), Count("minivan"), Count("bicycle"), Count("pickup")));
    }
}
