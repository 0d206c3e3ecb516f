using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class PascalVocReaderTests
{
    private static string Xml(string objects, string name = "1.jpg", string size = "<size><width>8</width><height>4</height><depth>3</depth></size>") =>
        $"<annotation><filename>{name}</filename>{size}{objects}</annotation>";

    private static string Object(string name, string x1, string y1, string x2, string y2, string more = "") =>
        $"<object><name>{name}</name>{more}<bndbox><xmin>{x1}</xmin><ymin>{y1}</ymin><xmax>{x2}</xmax><ymax>{y2}</ymax></bndbox></object>";

    private static DatasetTree Tree(string xml) => new DatasetTree().Write("Annotations/1.xml", xml).WriteImage("JPEGImages/1.jpg");

    [Fact]
    public void TheFirstPixelIsOneAndTheMaximumIsThePixelInside()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "1", "1") + Object("cat", "2.5", "1", "8", "4", "<difficult>1</difficult>")));

        var read = tree.Read(PascalVocFormat.Format);

        Assert.Equal(new LabelSpace("cat", "dog"), read.Annotations.LabelSpace);
        Assert.Equal(
            [new Annotation(new Box(0, 0, 1, 1), 1), new Annotation(new Box(1.5, 0, 8, 4), 0) { IsIgnored = true }],
            read.Annotations.Images[0].Annotations);
    }

    [Fact]
    public void PartsOfAnObjectAreNoObjects()
    {
        const string Part = "<part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>";
        using var tree = Tree(Xml(Object("person", "1", "1", "8", "4", Part)));
        Assert.Equal(new Annotation(new Box(0, 0, 8, 4), 0), Assert.Single(tree.Read(PascalVocFormat.Format).Annotations.Images[0].Annotations));
    }

    [Fact]
    public void EverySplitHasTheSameLabelSpace()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "2", "2")))
            .Write("Annotations/2.xml", Xml(Object("cat", "1", "1", "2", "2"), "2.jpg")).WriteImage("JPEGImages/2.jpg")
            .Write("ImageSets/Main/train.txt", "1\n").Write("ImageSets/Main/val.txt", "2  1\n\n");

        var (train, val) = (tree.Read(PascalVocFormat.Format, new() { Split = "train" }), tree.Read(PascalVocFormat.Format, new() { Split = "val" }));

        Assert.Equal(["1.jpg"], train.Annotations.Images.Select(image => image.FileName));
        Assert.Equal(["2.jpg"], val.Annotations.Images.Select(image => image.FileName));
        Assert.Equal(train.Annotations.LabelSpace, val.Annotations.LabelSpace);
    }

    [Fact]
    public void AListOfLabelsGivesClassesTheirOrder()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "2", "2"))).Write("labels.txt", "zebra\ndog\n");
        Assert.Equal(new LabelSpace("zebra", "dog"), tree.Read(PascalVocFormat.Format).Annotations.LabelSpace);
        tree.Write("labels.txt", "zebra\n");
        Assert.Contains("object[0].name: the class 'dog' is none of voc's", tree.Refusal(PascalVocFormat.Format), StringComparison.Ordinal);
        tree.Write("labels.txt", "zebra\nzebra\n");
        Assert.Contains("line[2]: 'zebra' stands twice", tree.Refusal(PascalVocFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatNeverWasFallsBackToTheImageBesideItsId()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "2", "2"), "C:/photos/IMG.png".Split('/')[^1]));
        Assert.Equal("1.jpg", tree.Read(PascalVocFormat.Format).Annotations.Images[0].FileName);
    }

    [Fact]
    public void ASizeOfZeroIsReadFromTheImage()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "2", "2"), size: "<size><width>0</width><height>0</height></size>"));
        Assert.Equal(new ImageSize(8, 4), tree.Read(PascalVocFormat.Format).Annotations.Images[0].Size);
    }

    [Fact]
    public void AnEntityBombIsRefusedBeforeItUnpacks()
    {
        const string Bomb = """<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]><annotation><filename>&y;</filename></annotation>""";
        using var tree = Tree(Bomb);
        Assert.Contains("document types and entities are not allowed", tree.Refusal(PascalVocFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEntityThatReadsAnotherFileIsRefused()
    {
        using var tree = Tree("""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><annotation><filename>&x;</filename></annotation>""");
        Assert.DoesNotContain("root:", tree.Refusal(PascalVocFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void ElementsAThousandDeepAreRefused()
    {
        using var tree = Tree($"<annotation><filename>{string.Concat(Enumerable.Repeat("<a>", 100_000))}");
        Assert.Contains("too deep inside each other", tree.Refusal(PascalVocFormat.Format), StringComparison.Ordinal);
    }

    [Fact]
    public void EverythingWrongInAllFilesIsNamedTogether()
    {
        using var tree = Tree(Xml("<object><name>dog</name></object>" + Object("dog", "one", "1", "2", "NaN")))
            .Write("Annotations/2.xml", "<annotation><object>")
            .Write("Annotations/3.xml", "<html/>");

        var message = tree.Refusal(PascalVocFormat.Format);

        Assert.Contains("object[0]: has no 'bndbox' (line 1)", message, StringComparison.Ordinal);
        Assert.Contains("object[1].bndbox: has 'one' as 'xmin'; expected a finite number (line 1)", message, StringComparison.Ordinal);
        Assert.Contains("has 'NaN' as 'ymax'", message, StringComparison.Ordinal);
        Assert.Contains("2.xml: line 1, column", message, StringComparison.Ordinal);
        Assert.Contains("begins with 'html'; expected 'annotation'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AListedImageWithoutAFileIsNamed()
    {
        using var tree = Tree(Xml(Object("dog", "1", "1", "2", "2"))).Write("ImageSets/Main/train.txt", "1\n7\n../1\n");
        var message = tree.Refusal(PascalVocFormat.Format, new() { Split = "train" });
        Assert.Contains("leads out of the dataset's folder", message, StringComparison.Ordinal);
        tree.Write("ImageSets/Main/train.txt", "1\n7\n");
        Assert.Contains("there is no Annotations/7.xml", tree.Refusal(PascalVocFormat.Format, new() { Split = "train" }), StringComparison.Ordinal);
        Assert.Contains("there is no split 'test'. Ask for one of: train", tree.Refusal(PascalVocFormat.Format, new() { Split = "test" }), StringComparison.Ordinal);
    }

    [TestDataFact]
    public void TheRealDatasetHasTheCountsOfItsDescription()
    {
        var read = PascalVocFormat.Format.Read(TestDataFactAttribute.PathOf("voc-street"), new ReadOptions { Split = "val" });
        Assert.Equal(400, read.Images.Count);
        Assert.Equal(new LabelSpace("bicycle", "bus", "car", "motorbike", "person", "train"), read.Annotations.LabelSpace);
        Assert.All(read.Annotations.Images.Zip(read.Images).Take(20), pair => Assert.Equal(ImageHeader.Read(pair.Second.Source!), pair.First.Size));
    }

    [TestDataFact]
    public void TheRealTrainingSplitHasTheBoxesOfItsDescription()
    {
        var read = PascalVocFormat.Format.Read(TestDataFactAttribute.PathOf("voc-street"), new ReadOptions { Split = "train" }).Annotations;
        var counts = read.Images.SelectMany(image => image.Annotations)
            .GroupBy(label => read.LabelSpace[label.ClassIndex].Value).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal((800, 188, 120, 150), (read.Images.Count, counts["bicycle"], counts["bus"], counts["train"]));
        Assert.Equal((840, 203, 875), (counts["car"], counts["motorbike"], counts["person"]));
        Assert.Contains(read.Images.SelectMany(image => image.Annotations), label => label.IsIgnored);
    }
}
