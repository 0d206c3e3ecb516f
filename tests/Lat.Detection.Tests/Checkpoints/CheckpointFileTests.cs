using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class CheckpointFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Readable => [.. GoldenCheckpoints.Names(refused: false)];

    public static TheoryData<string> Refused => [.. GoldenCheckpoints.Names(refused: true)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Readable))]
    public void WhatPyTorchWroteIsReadWithEveryNameTypeShapeAndNumber(string name)
    {
        using var checkpoint = Open(GoldenCheckpoints.Bytes(name));
        var golden = GoldenCheckpoints.Of(name);
        var expected = golden.GetProperty("tensors").EnumerateObject().OrderBy(tensor => tensor.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(golden.GetProperty("section").GetString(), checkpoint.Section);
        Assert.Equal(golden.GetProperty("prefix").GetString(), checkpoint.Prefix);
        Assert.Equal(golden.GetProperty("ignored").EnumerateArray().Select(item => item.GetString()!), checkpoint.Ignored);
        Assert.Equal(expected.Select(tensor => tensor.Name), checkpoint.Entries.Select(entry => entry.Name));
        foreach (var (entry, tensor) in checkpoint.Entries.Zip(expected.Select(tensor => tensor.Value)))
        {
            Assert.Equal(tensor.GetProperty("type").GetString(), entry.TypeName);
            Assert.Equal(tensor.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()), entry.Shape);
            Assert.Equal(tensor.GetProperty("sha256").GetString(), checkpoint.HashOf(entry.Name).Hex);
            using var read = checkpoint.Read(entry.Name);
            Assert.Equal((entry.Type, entry.ByteCount), (read.dtype, read.bytes.Length));
            Assert.Equal(tensor.GetProperty("sha256").GetString(), ContentHash.Of(read.bytes).Hex);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNoStateDictionaryIsRefusedWithTheReason(string name) =>
        Assert.Contains(GoldenCheckpoints.Of(name).GetProperty("refused").GetString()!, Refusal(GoldenCheckpoints.Bytes(name)), StringComparison.Ordinal);

    [Fact]
    public void AMaliciousPickleIsNamedWithItsPlace()
    {
        var bytes = GoldenCheckpoints.Bytes("legacy-program");
        var place = bytes.AsSpan().IndexOf("cposix\nsystem\n"u8);
        var message = Refusal(bytes);
        Assert.Contains($"at byte {place} of its pickle it asks for 'posix.system'", message, StringComparison.Ordinal);
        Assert.Contains("Nothing in it was executed.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zip-types")]
    [InlineData("legacy-types")]
    public void AFileCutOffAnywhereIsRefused(string name)
    {
        var bytes = GoldenCheckpoints.Bytes(name);
        for (var length = 0; length < bytes.Length; length += 13)
        {
            Refusal(bytes[..length]);
        }

        Assert.Contains("truncated", Refusal(bytes[..^1]), StringComparison.Ordinal);
        Assert.Contains("truncated", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
    }

    [Fact]
    public void SafeTensorsAreReadWithTheSameHashes()
    {
        using var scope = NewDisposeScope();
        using var checkpoint = Open(GoldenCheckpoints.Bytes("zip-views"));
        SafeTensorsFile.Write(_folder["s"], checkpoint.Entries.Select(entry => KeyValuePair.Create(entry.Name, checkpoint.Read(entry.Name))));
        using var same = CheckpointFile.Open(_folder["s"]);
        Assert.Equal(CheckpointFormat.SafeTensors, same.Format);
        Assert.Equal(checkpoint.Entries, same.Entries);
        Assert.Equal(checkpoint.Entries.Select(entry => checkpoint.HashOf(entry.Name)), same.Entries.Select(entry => same.HashOf(entry.Name)));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<!DOCTYPE html><html>", "a failed download")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "a Git LFS pointer")]
    [InlineData("GIF89a and so on", "is not a checkpoint: it begins with 'GIF89a and so on'")]
    public void AnotherKindOfFileIsSaidToBeOne(string text, string expected) =>
        Assert.Contains(expected, Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void AMissingFileAndAFolderAreNamed()
    {
        Assert.Contains(_folder["no"], Assert.Throws<LatException>(() => CheckpointFile.Open(_folder["no"])).Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, Assert.Throws<LatException>(() => CheckpointFile.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [TestDataFact]
    public void TrueCheckpointsOfADetectorAreRead()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable(TestDataFactAttribute.Variable)!, "weights", "shufflenet");
        using var backbone = CheckpointFile.Open(Path.Combine(folder, "backbone.pth"));
        Assert.Equal("F32 [24, 3, 3, 3]", backbone.Entries.Single(entry => entry.Name == "first_conv.0.weight").Form);
        using var detector = CheckpointFile.Open(Path.Combine(folder, "coco2017-0.241078ap-model.pth"));
        using var weight = detector.Read("backbone.first_conv.0.weight");
        Assert.All(weight.Values(), value => Assert.InRange(value, -10, 10));
        Assert.Equal(CheckpointFormat.PyTorchZip, detector.Format);
    }

    private CheckpointFile Open(byte[] content)
    {
        File.WriteAllBytes(_folder["checkpoint"], content);
        return CheckpointFile.Open(_folder["checkpoint"]);
    }

    private string Refusal(byte[] content) => Assert.Throws<LatException>(() => Open(content).Dispose()).Message;
}
