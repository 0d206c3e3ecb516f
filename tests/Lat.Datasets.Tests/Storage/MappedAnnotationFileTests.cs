using FsCheck.Xunit;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class MappedAnnotationFileTests
{
    [Property(MaxTest = 50, Arbitrary = [typeof(AnyLabels)])]
    public void EveryImageIsAsWhereTheFileIsReadWhole(AnnotationSet set)
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], set);
        using var mapped = MappedAnnotationFile.Open(folder["a"]);

        var whole = AnnotationFile.Read(folder["a"]);
        Assert.Equal((whole.LabelSpace, whole.Images.Count, whole.AnnotationCount), (mapped.LabelSpace, mapped.ImageCount, mapped.BoxCount));
        Assert.Equal(whole.Images, Enumerable.Range(0, mapped.ImageCount).Select(mapped.Image));
    }

    [Fact]
    public void WholeColumnsAreInTheOrderOfTheImages()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], Some.Annotations());
        using var mapped = MappedAnnotationFile.Open(folder["a"]);

        var labels = Some.Annotations().Images.SelectMany(image => image.Annotations).ToList();
        Assert.Equal(labels.Select(label => label.ClassIndex), mapped.ClassIndices());
        Assert.Equal(labels.Select(label => label.Box.X1), mapped.Corners()[0]);
        Assert.Equal(labels.Select(label => label.Box.Y2), mapped.Corners()[3]);
    }

    [Fact]
    public void DamageAnywhereIsFound()
    {
        using var folder = new TemporaryFolder();
        AnnotationFile.Write(folder["a"], Some.Annotations());
        var bytes = File.ReadAllBytes(folder["a"]);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x40;
            File.WriteAllBytes(folder["b"], damaged);
            Assert.Throws<LatException>(() => MappedAnnotationFile.Open(folder["b"]));
        }

        foreach (var length in new[] { 0, 5, 40, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(folder["b"], bytes[..length]);
            Assert.Throws<LatException>(() => MappedAnnotationFile.Open(folder["b"]));
        }

        Assert.Throws<LatException>(() => MappedAnnotationFile.Open(folder["nowhere"]));
    }
}
