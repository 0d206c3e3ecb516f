using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>A folder that is not there, is empty, is a file, or lacks its pixels is refused by every reader with what to do.</summary>
public sealed class AbsentInputTests
{
    public static TheoryData<string> Folders => [.. DatasetFormats.All.Where(format => format != StreetsFormat.Format).Select(format => format.Name)];

    public static TheoryData<int> Cases => BrokenBoxTests.Cases;

    [Theory]
    [MemberData(nameof(Folders))]
    public void AMissingFolderIsNamed(string name)
    {
        using var tree = new DatasetTree();

        var message = Assert.Throws<LatException>(() => DatasetFormats.Find(name).Read(tree["nowhere"], new ReadOptions())).Message;

        Assert.Contains(tree["nowhere"], message, StringComparison.Ordinal);
        Assert.Contains("nothing was imported", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void AnEmptyFolderIsNamed(string name)
    {
        using var tree = new DatasetTree();

        var message = tree.Refusal(DatasetFormats.Find(name));

        Assert.Contains(tree.Root, message, StringComparison.Ordinal);
        Assert.Contains("nothing was imported", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void AFileOfAnotherKindIsRefused(string name)
    {
        using var tree = new DatasetTree().WriteImage("photo.png");

        var message = Assert.Throws<LatException>(() => DatasetFormats.Find(name).Read(tree["photo.png"], new ReadOptions())).Message;

        Assert.Contains("photo.png", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WithoutPixelsADatasetIsRefusedSkippedOrReadForItsLabels(int index)
    {
        var one = OneBox.All[index];

        // Frames hold their images, and lines of fractions mean nothing without them.
        if (one.Format == WaymoFormat.Format || one.Format == YoloFormat.Format)
        {
            return;
        }

        using var tree = one.Make(1, 1, 5, 5);
        Directory.EnumerateFiles(tree.Root, "*.*", SearchOption.AllDirectories).Where(path => path.EndsWith(".png", StringComparison.Ordinal) || path.EndsWith(".jpg", StringComparison.Ordinal))
            .ToList().ForEach(File.Delete);

        Assert.Contains("missing", tree.Refusal(one.Format), StringComparison.Ordinal);
        Assert.Throws<LatException>(() => tree.Read(one.Format, new ReadOptions { MissingImages = MissingImagePolicy.Skip }));
        Assert.Equal(1, tree.Read(one.Format, new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly }).Annotations.AnnotationCount);
    }
}
