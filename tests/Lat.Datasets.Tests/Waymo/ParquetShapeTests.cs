using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>What the parquet library would follow to the end of the stack or of the memory is refused before it sees it.</summary>
public sealed class ParquetShapeTests
{
    private const string Boxes = "camera_box/a.parquet";
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };
    private static readonly byte[] Sound = WaymoTables.Boxes((7, 1, 1, [100, 50, 20, 10]));

    /// <summary>Field 14, which no header has, begins a structure whose field 14 begins a structure, and so on.</summary>
    private static readonly byte[] Nested = [.. Enumerable.Repeat((byte)0xEC, 200_000)];

    /// <summary>Field 14 is a list (15, length follows) of so many truth values as fit four bytes.</summary>
    private static readonly byte[] Endless = [0xE9, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07];

    [Fact]
    public void APageHeaderThatIsNestedWithoutEndIsRefused() =>
        Assert.Contains("is nested more than 32 deep", Refusal([.. Sound[..4], .. Nested, .. Sound[4..]]), StringComparison.Ordinal);

    [Fact]
    public void ADirectoryThatIsNestedWithoutEndIsRefused() =>
        Assert.Contains("its directory is damaged: byte", Refusal(WithDirectory(Nested)), StringComparison.Ordinal);

    [Fact]
    public void AListThatClaimsMoreThanTheFileHoldsIsRefused()
    {
        Assert.Contains("claims 2147483647 more", Refusal([.. Sound[..4], .. Endless, .. Sound[4..]]), StringComparison.Ordinal);
        Assert.Contains("claims 2147483647 more", Refusal(WithDirectory(Endless)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "unpacked")]
    [InlineData(3, "claims")]
    public void APageThatClaimsToBeHugeIsRefused(int field, string expected)
    {
        // A page header of two numbers: fields 2 and 3, one of them two thousand million.
        byte[] huge = [0x80, 0xD0, 0xAC, 0xF3, 0x0E];
        byte[] header = [0x25, .. field == 2 ? huge : [0x04], 0x15, .. field == 3 ? huge : [0x04], 0];

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains(expected, Refusal([.. Sound[..4], .. header, .. Sound[4..]]), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L << 20);
    }

    [Fact]
    public void ACallerWithoutStackIsStoppedByAnException()
    {
        using var tree = new DatasetTree().Write("a", [1, 2, 3]);
        using var stream = new ParquetStream(tree["a"]);

        Assert.Throws<InsufficientExecutionStackException>(() => Deeper(stream, 0));
    }

    private static int Deeper(ParquetStream stream, int depth)
    {
        stream.Position = 0;
        return stream.ReadByte() + Deeper(stream, depth + 1);
    }

    private static byte[] WithDirectory(byte[] directory) => [.. "PAR1"u8, .. directory, .. BitConverter.GetBytes(directory.Length), .. "PAR1"u8];

    private static string Refusal(byte[] boxes)
    {
        using var tree = new DatasetTree().Write(Boxes, boxes);
        return tree.Refusal(WaymoFormat.Format, LabelsOnly);
    }
}
