using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>What the three written formats do with names at the limit of the file system, names of any language, and images without boxes.</summary>
public sealed class NamesAndEmptyImagesTests
{
    /// <summary>The bytes that Linux' file systems allow a name.</summary>
    private const int MaxBytes = 255;

    private static readonly Annotation Label = new(new Box(1, 0.5, 7.25, 4), 0) { Confidence = 1.0 / 3, Origin = AnnotationOrigin.Transferred, SourceIndex = 2, Area = 5 };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var format in DatasetWriters.All.Select(writer => writer.Format))
            {
                data.Add(format, $"{new string('n', MaxBytes - 4)}.png");
                data.Add(format, $"{string.Concat(Enumerable.Repeat(new string('f', 200) + "/", 4))}a.png");
                data.Add(format, $"{string.Concat(Enumerable.Repeat("語", (MaxBytes - 4) / 3))}.png");
                data.Add(format, "🚲 e\u0301é/#1%20 'a' {0} <&> \"q\".png");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ALongOrForeignNameComesBackWithItsPixelsLabelsAndOrigins(string format, string name)
    {
        using var tree = new DatasetTree().WriteImage("from.png");

        var read = WrittenAndRead(tree, format, Set(name, new LabelSpace("ünï <日本> \"x\"")));

        Assert.Equal(new[] { "empty.png", name }.Order(StringComparer.Ordinal), read.Annotations.Images.Select(image => image.FileName));
        Assert.Equal("ünï <日本> \"x\"", Assert.Single(read.Annotations.LabelSpace.Classes).Value);
        Assert.Equal([Label], read.Annotations.Images.Single(image => image.FileName == name).Annotations);
        Assert.Empty(read.Annotations.Images.Single(image => image.FileName == "empty.png").Annotations);
        Assert.All(read.Images, image => Assert.Equal(File.ReadAllBytes(tree["from.png"]), image.Source!.ReadBytes()));
    }

    [Theory]
    [InlineData("coco")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void ANameThatTheFileSystemCannotHoldIsRefusedAndNothingIsLeft(string format)
    {
        using var tree = new DatasetTree().WriteImage("from.png");
        var set = Set(new string('n', 300) + ".png", new LabelSpace("car"));

        var message = Assert.Throws<LatException>(() => Write(tree, format, set)).Message;

        Assert.Contains("the length of names", message, StringComparison.Ordinal);
        Assert.Equal([tree["from.png"]], Directory.EnumerateFileSystemEntries(tree.Root));
    }

    [Theory]
    [InlineData("coco")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void ASetWithoutASingleBoxKeepsItsImagesAndClasses(string format)
    {
        using var tree = new DatasetTree().WriteImage("from.png");
        var set = new AnnotationSet(
            new LabelSpace("car", "bus"), new[] { "a.png", "b.png" }.Select(name => new AnnotatedImage(name, new ImageSize(8, 4), [])));

        var read = WrittenAndRead(tree, format, set);

        Assert.Equal((set.LabelSpace, set.Images), (read.Annotations.LabelSpace, read.Annotations.Images));
    }

    private static AnnotationSet Set(string name, LabelSpace space) => new(
        space, [new AnnotatedImage(name, new ImageSize(8, 4), [Label]), new AnnotatedImage("empty.png", new ImageSize(8, 4), [])]);

    private static ImportedDataset WrittenAndRead(DatasetTree tree, string format, AnnotationSet set)
    {
        Write(tree, format, set);
        return DatasetFormats.Find(format).Read(tree["out"], new ReadOptions { Split = "train" });
    }

    private static void Write(DatasetTree tree, string format, AnnotationSet set) => DatasetOutput.Write(
        DatasetWriters.Find(format), tree["out"],
        [new DatasetSplit("train", set, set.Images.Select(_ => new ImportedImage(new FileImageSource(tree["from.png"]))).ToEquatableArray())], ImageTransfer.Copy);
}
