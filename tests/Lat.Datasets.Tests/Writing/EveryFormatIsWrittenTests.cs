using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Each of the eleven formats becomes each of the three that are written, boxes and pixels unchanged.</summary>
public sealed class EveryFormatIsWrittenTests
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var writer in DatasetWriters.All)
            {
                Enumerable.Range(0, OneBox.All.Count).ToList().ForEach(index => data.Add(index, writer.Format));
            }

            return data;
        }
    }

    [Fact]
    public void TheCasesAreAllFormatsButTheGenerated() => Assert.Equal(
        DatasetFormats.All.Select(format => format.Name).Where(name => name != StreetsFormat.Format.Name),
        OneBox.All.Select(one => one.Format.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADatasetOnDiskReadsBackAsItWas(int index, string to)
    {
        var one = OneBox.All[index];
        using var tree = one.Make(1, 2, 31, 22);
        AssertReadsBack(tree.Read(one.Format), to);
    }

    [Theory]
    [InlineData("coco")]
    [InlineData("voc")]
    [InlineData("yolo")]
    public void AGeneratedDatasetReadsBackAsItWas(string to) => AssertReadsBack(StreetsFormat.Format.Read("fine:2", new ReadOptions()), to);

    private static void AssertReadsBack(ImportedDataset wanted, string to)
    {
        using var output = new DatasetTree();
        DatasetOutput.Write(DatasetWriters.Find(to), output["out"], [new DatasetSplit("train", wanted.Annotations, wanted.Images)], ImageTransfer.Copy);

        var found = DatasetFormats.Find(to).Read(output["out"], new ReadOptions { Split = "train" });

        Assert.Equal(wanted.Annotations.LabelSpace, found.Annotations.LabelSpace);
        Assert.Equal(wanted.Annotations.Images.Select(image => (image.FileName, image.Size)), found.Annotations.Images.Select(image => (image.FileName, image.Size)));
        Assert.Equal(
            wanted.Annotations.Images.SelectMany(image => image.Annotations).Select(label => label with { ObjectId = null }),
            found.Annotations.Images.SelectMany(image => image.Annotations));
        Assert.All(wanted.Images.Zip(found.Images), pair => Assert.Equal(pair.First.Source!.ReadBytes(), pair.Second.Source!.ReadBytes()));
    }
}
