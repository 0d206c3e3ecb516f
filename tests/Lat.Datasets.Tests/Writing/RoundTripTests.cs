using FsCheck.Xunit;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class RoundTripTests
{
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    [Property(MaxTest = 40, Arbitrary = [typeof(AnyLabels)])]
    public void WhatCocoHoldsReadsBackIdentical(AnnotationSet set) => AssertSame(set, Written("coco", set));

    [Property(MaxTest = 40, Arbitrary = [typeof(AnyLabels)])]
    public void WhatVocHoldsReadsBackIdentical(AnnotationSet set) => AssertSame(set, Written("voc", set));

    [Property(MaxTest = 40, Arbitrary = [typeof(AnyLabels)])]
    public void WhatYoloHoldsReadsBackIdentical(AnnotationSet set) =>
        AssertSame(set.FilterAnnotations((_, label) => !label.IsCrowd && !label.IsIgnored), WrittenAsYolo(set, keepProvenance: true));

    [Property(MaxTest = 40, Arbitrary = [typeof(AnyLabels)])]
    public void YolosLinesAloneHoldTheBoxesToABillionthOfAPixel(AnnotationSet set)
    {
        // The format has no sizes, and without provenance they are those of the pixels.
        var plain = new AnnotationSet(set.LabelSpace, set.Images.Select(image => image with
        {
            Size = new ImageSize(8, 4),
            Annotations = image.Annotations.Where(label => !label.IsCrowd && !label.IsIgnored)
                .Select(label => new Annotation(label.Box.Scale(8.0 / image.Size.Width, 4.0 / image.Size.Height), label.ClassIndex)).ToEquatableArray(),
        }));

        var read = WrittenAsYolo(plain, keepProvenance: false);

        Assert.Equal(plain.LabelSpace, read.LabelSpace);
        foreach (var (wanted, found) in plain.Images.Zip(read.Images))
        {
            Assert.Equal((wanted.FileName, wanted.Annotations.Count), (found.FileName, found.Annotations.Count));
            Assert.All(wanted.Annotations.Zip(found.Annotations), pair =>
            {
                Assert.Equal(pair.First.ClassIndex, pair.Second.ClassIndex);
                Assert.Equal(pair.First.Box.X1, pair.Second.Box.X1, 1e-9);
                Assert.Equal(pair.First.Box.Y1, pair.Second.Box.Y1, 1e-9);
                Assert.Equal(pair.First.Box.X2, pair.Second.Box.X2, 1e-9);
                Assert.Equal(pair.First.Box.Y2, pair.Second.Box.Y2, 1e-9);
            });
        }
    }

    [Property(MaxTest = 20, Arbitrary = [typeof(AnyLabels)])]
    public void TheOlderCocoReaderAgreesWithTheNewer(AnnotationSet set)
    {
        using var folder = new TemporaryFolder();
        CocoAnnotationFile.Write(folder["a.json"], set);
        AssertSame(set, CocoAnnotationFile.Read(folder["a.json"]).Annotations);
    }

    private static AnnotationSet Written(string format, AnnotationSet set)
    {
        using var folder = new TemporaryFolder();
        DatasetOutput.Write(DatasetWriters.Find(format), folder["out"], [new DatasetSplit("train", set)], ImageTransfer.None);
        return DatasetFormats.Find(format).Read(folder["out"], LabelsOnly with { Split = "train" }).Annotations;
    }

    /// <summary>The reader finds images by their files, so each has one.</summary>
    private static AnnotationSet WrittenAsYolo(AnnotationSet set, bool keepProvenance)
    {
        using var tree = new DatasetTree();
        DatasetOutput.Write(DatasetWriters.Find("yolo"), tree["out"], [new DatasetSplit("train", set)], ImageTransfer.None);
        if (!keepProvenance)
        {
            Directory.Delete(tree["out/provenance"], recursive: true);
        }

        foreach (var image in set.Images)
        {
            if (keepProvenance)
            {
                File.AppendAllText(tree["out/list.txt"], $"images/train/{image.FileName}\n");
            }
            else
            {
                tree.WriteImage("out/images/train/" + image.FileName);
            }
        }

        if (keepProvenance)
        {
            File.WriteAllText(tree["out/data.yaml"], File.ReadAllText(tree["out/data.yaml"]).Replace("train: images/train", "train: list.txt", StringComparison.Ordinal));
        }

        return YoloFormat.Format.Read(tree["out"], LabelsOnly with { Split = "train" }).Annotations;
    }

    private static void AssertSame(AnnotationSet expected, AnnotationSet found)
    {
        Assert.Equal(expected.LabelSpace, found.LabelSpace);
        Assert.Equal(expected.Images.Select(image => image.FileName), found.Images.Select(image => image.FileName));
        Assert.All(expected.Images.Zip(found.Images), pair =>
        {
            Assert.Equal(pair.First.Size, pair.Second.Size);
            Assert.Equal(pair.First.Annotations, pair.Second.Annotations);
        });
    }
}
