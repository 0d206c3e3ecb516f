using System.Text;

namespace Lat.Datasets.Tests;

/// <summary>What file systems and files may hold to lead a reader astray.</summary>
public sealed class HostileInputTests
{
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    [Fact]
    public void ALinkThatLeadsBackIsFollowedOnceAndReported()
    {
        using var tree = Yolo().WriteImage("images/train/1.png");
        Directory.CreateSymbolicLink(tree["images/train/back"], tree["images"]);
        Directory.CreateSymbolicLink(tree["images/train/self"], tree["images/train/self"]);

        var read = tree.Read(YoloFormat.Format, new ReadOptions { MissingImages = MissingImagePolicy.Skip });

        Assert.Contains("1.png", read.Annotations.Images.Select(image => image.FileName));
        Assert.InRange(read.Images.Count, 1, 3);
    }

    [Theory]
    [InlineData("ünï-日本 語.png")]
    [InlineData("e\u0301 and é.png")]
    [InlineData("🚲/#1%20 'a' {0}.png")]
    public void NamesOfAnyLanguageAreReadAsTheyAre(string name)
    {
        using var tree = new DatasetTree().WriteImage("images/" + name).Write("annotations/train.json", Coco(name));

        var read = tree.Read(CocoFormat.Format);

        Assert.Equal(name, Assert.Single(read.Annotations.Images).FileName);
        Assert.NotEmpty(read.Images[0].Source!.ReadBytes());
    }

    [Theory]
    [InlineData(300, "is missing")]
    [InlineData(5000, "has 5004 characters, more than 1000")]
    public void AVeryLongNameIsRefusedInAShortMessage(int length, string expected)
    {
        using var tree = new DatasetTree().Write("annotations/train.json", Coco(new string('n', length) + ".png"));

        var message = tree.Refusal(CocoFormat.Format);

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 1, 1500);
    }

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("a/../../secret.png")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\\\secret.png")]
    [InlineData("C:\\\\secret.png")]
    public void ANameThatLeadsOutOfTheDatasetIsRefused(string name)
    {
        using var tree = new DatasetTree().Write("annotations/train.json", Coco(name));

        Assert.Contains("leads out of the dataset's folder", tree.Refusal(CocoFormat.Format, LabelsOnly), StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultAfterAHundredThousandLinesIsNamedByItsLine()
    {
        var text = new StringBuilder(Coco("a.png")[..^1]).Append(new string('\n', 100_000)).Append(", \"x\": NaN}");
        using var tree = new DatasetTree().Write("annotations/train.json", text.ToString());

        Assert.Contains("is not JSON, at line 100001, byte 8", tree.Refusal(CocoFormat.Format, LabelsOnly), StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelFileWithoutEndIsNotReadToItsEnd()
    {
        using var tree = Yolo().WriteImage("images/train/1.png").Write("labels/train/1.txt", string.Concat(Enumerable.Repeat("0 0.5 0.5 0.5 0.5\n", 100_001)));

        Assert.Contains("line[100001]: has more than 100000 boxes", tree.Refusal(YoloFormat.Format), StringComparison.Ordinal);
    }

    [FuzzFact]
    public void TenMillionLinesAreReadOrRefusedInLittleMemory()
    {
        const int Lines = 10_000_000;
        using var tree = Yolo().WriteImage("images/train/1.png");
        using (var file = new StreamWriter(tree["annotations.json"]))
        {
            file.Write(Coco("a.png")[..^1] + ", \"x\": [0");
            for (var line = 0; line < Lines; line++)
            {
                file.Write(",\n1");
            }

            file.Write("]}");
        }

        Directory.CreateDirectory(tree["labels/train"]);
        using (var file = new StreamWriter(tree["labels/train/1.txt"]))
        {
            for (var line = 0; line < Lines; line++)
            {
                file.Write("0 0.5 0.5 0.5 0.5\n");
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(CocoFormat.Format.Read(tree["annotations.json"], LabelsOnly).Images);
        Assert.Contains("has more than 100000 boxes", tree.Refusal(YoloFormat.Format), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256L << 20);
    }

    private static DatasetTree Yolo() => new DatasetTree().Write("data.yaml", "train: images/train\nnames: [car]\n");

    private static string Coco(string name) =>
        $$"""{"images": [{"id": 1, "file_name": "{{name}}", "width": 8, "height": 4}], "categories": [{"id": 1, "name": "car"}], "annotations": []}""";
}
