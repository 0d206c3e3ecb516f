using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Damaged files end in a message, never in a crash; each mutation is a function of the seed.</summary>
public sealed class MutatedInputTests
{
    private const int Rounds = 60;

    [Fact]
    public void CityscapesPolygons() => Mutate(
        CityscapesFormat.Format, () => CityscapesTree.With(CityscapesTree.Object("car", 1, 2, 30, 40), CityscapesTree.Object("persongroup", 0, 0, 9, 9)), CityscapesTree.PolygonsName);

    [Fact]
    public void CityscapesInstances() => Mutate(
        CityscapesFormat.Format,
        () => new DatasetTree().WriteImage(CityscapesTree.ImageName).Write(
            $"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png", CityscapesTree.Instances(30, 20, (26_000, 2, 1, 5, 3))),
        $"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png",
        new ReadOptions { Variant = "instances" });

    [Theory]
    [InlineData("object_ann")]
    [InlineData("sample_data")]
    [InlineData("category")]
    public void NuImages(string table) => Mutate(
        NuImagesFormat.Format, () => NuImagesTree.With(NuImagesTree.Annotation("a1", 10, "f1", "[5, 6, 20, 30]")), $"v1.0-train/{table}.json");

    [Fact]
    public void WaymoFrames() => Mutate(
        WaymoFormat.Format, () => new DatasetTree().Write("a.tfrecord", TfRecords.Of(TfRecords.Frame(7, [1, 2, 3], (1, 100, 50, 20, 10)))), "a.tfrecord");

    [Fact]
    public void WaymoFramesWithSoundChecksums()
    {
        var whole = TfRecords.Frame(7, [1, 2, 3], (1, 100, 50, 20, 10), (4, 10, 10, 4, 6));
        var random = new Seed(4).ToStream();
        for (var round = 0; round < Rounds; round++)
        {
            using var tree = new DatasetTree().Write("a.tfrecord", TfRecords.Of(Mutated(whole, random)));
            ReadOrRefuse(tree, WaymoFormat.Format, new ReadOptions());
        }
    }

    [Fact]
    public void WaymoTable() => Mutate(
        WaymoFormat.Format,
        () => new DatasetTree().Write("camera_box/a.parquet", WaymoTables.Boxes((7, 1, 1, [100, 50, 20, 10]))),
        "camera_box/a.parquet",
        new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly });

    private static void Mutate(DatasetFormat format, Func<DatasetTree> make, string file, ReadOptions? options = null)
    {
        using var tree = make();
        var whole = File.ReadAllBytes(tree[file]);
        var random = new Seed(3).Derive(file).ToStream();
        for (var round = 0; round < Rounds; round++)
        {
            tree.Write(file, Mutated(whole, random));
            ReadOrRefuse(tree, format, options ?? new ReadOptions());
        }
    }

    private static void ReadOrRefuse(DatasetTree tree, DatasetFormat format, ReadOptions options)
    {
        var fault = Record.Exception(() => tree.Read(format, options));

        Assert.True(fault is null or LatException, fault?.ToString());
    }

    /// <summary>Some bytes replaced, removed or repeated, or the end cut off.</summary>
    private static byte[] Mutated(byte[] whole, RandomStream random)
    {
        var bytes = new List<byte>(whole);
        for (var change = 1 + (int)(random.NextDouble() * 4); change > 0 && bytes.Count > 1; change--)
        {
            var position = (int)(random.NextDouble() * bytes.Count);
            switch ((int)(random.NextDouble() * 5))
            {
                case 0:
                    bytes.RemoveRange(position, bytes.Count - position);
                    break;
                case 1:
                    bytes.RemoveAt(position);
                    break;
                case 2:
                    bytes.InsertRange(position, bytes.GetRange(position, Math.Min(20, bytes.Count - position)));
                    break;
                default:
                    bytes[position] = (byte)(random.NextDouble() * 256);
                    break;
            }
        }

        return [.. bytes];
    }
}
