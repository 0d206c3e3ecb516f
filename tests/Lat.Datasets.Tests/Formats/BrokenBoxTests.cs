using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Whatever the format, a broken box meets the same policy.</summary>
public sealed class BrokenBoxTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, OneBox.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ABoxThatReachesOutIsClippedDroppedOrRefused(int index)
    {
        var one = OneBox.All[index];
        var width = one.Size.Width;
        using var tree = one.Make(width - 10, 10, width + 10, 20);

        var clipped = Read(one, tree, InvalidBoxPolicy.Clip);
        var box = Assert.Single(clipped.Annotations.Images.SelectMany(image => image.Annotations)).Box;
        Assert.Equal((width - 10, 10, width, 20), (Math.Round(box.X1, 9), Math.Round(box.Y1, 9), Math.Round(box.X2, 9), Math.Round(box.Y2, 9)));
        Assert.Equal(1, clipped.Report.Counts["boxes clipped to the image"]);
        AssertDropped(one, tree);
        AssertRefused(one, tree, "reaches out of the image of");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ABoxBesideTheImageIsDroppedOrRefused(int index)
    {
        var one = OneBox.All[index];
        using var tree = one.Make(one.Size.Width + 100, 10, one.Size.Width + 120, 20);

        AssertDropped(one, tree, InvalidBoxPolicy.Clip, "boxes dropped: no area in the image");
        AssertDropped(one, tree);
        AssertRefused(one, tree, "reaches out of the image of");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ABoxWithoutAreaIsDroppedOrRefused(int index)
    {
        var one = OneBox.All[index];
        if (!one.CanBeNone)
        {
            return;
        }

        using var tree = one.Make(5, 5, 5, 10);

        AssertDropped(one, tree, InvalidBoxPolicy.Clip, "boxes dropped: no area in the image");
        AssertDropped(one, tree);
        AssertRefused(one, tree, "has no area");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ABoxThatEndsBeforeItBeginsIsNeverClipped(int index)
    {
        var one = OneBox.All[index];
        if (!one.CanBeNone)
        {
            return;
        }

        using var tree = one.Make(20, 5, 10, 10);

        AssertDropped(one, tree);
        AssertRefused(one, tree, "has its maximum before its minimum");
        Assert.Contains("invalid boxes `drop`", Refusal(one, tree, InvalidBoxPolicy.Clip), StringComparison.Ordinal);
    }

    private static void AssertDropped(
        OneBox one, DatasetTree tree, InvalidBoxPolicy policy = InvalidBoxPolicy.Drop, string counter = "boxes dropped: invalid")
    {
        var read = Read(one, tree, policy);
        Assert.Equal(0, read.Annotations.AnnotationCount);
        Assert.Equal(1, read.Report.Counts[counter]);
        var warning = Assert.Single(read.Report.Warnings);
        Assert.StartsWith(tree.Root, warning.File, StringComparison.Ordinal);
        Assert.NotEmpty(warning.Record);
    }

    private static void AssertRefused(OneBox one, DatasetTree tree, string problem)
    {
        var message = Refusal(one, tree, InvalidBoxPolicy.Refuse);
        Assert.Contains("1 fault(s), nothing was imported", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    private static string Refusal(OneBox one, DatasetTree tree, InvalidBoxPolicy policy) =>
        Assert.Throws<LatException>(() => Read(one, tree, policy)).Message;

    private static ImportedDataset Read(OneBox one, DatasetTree tree, InvalidBoxPolicy policy) =>
        tree.Read(one.Format, new ReadOptions { InvalidBoxes = policy, MissingImages = MissingImagePolicy.LabelsOnly });
}
