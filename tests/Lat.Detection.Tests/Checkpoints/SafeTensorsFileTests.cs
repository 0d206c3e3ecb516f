using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class SafeTensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsReadInEveryType()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor(new[] { 1f, -2.5f, 3 }, [3, 1]);
        var tensors = new Dictionary<string, Tensor>
        {
            ["float"] = numbers,
            ["half"] = numbers.to(ScalarType.Float16),
            ["brain"] = numbers.to(ScalarType.BFloat16),
            ["long"] = tensor(new[] { 1L << 40, -3 }),
            ["scalar"] = tensor(7L),
            ["bool"] = tensor(new[] { true, false }),
            ["none"] = zeros([0, 4]),
            ["view"] = numbers.view(1, 3).expand(2, 3).transpose(0, 1),
        };
        SafeTensorsFile.Write(_folder["a"], tensors, new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        using var reader = SafeTensorsFile.Open(_folder["a"]);
        Assert.Equal(["a", "b"], reader.Metadata.Keys);
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), reader.Entries.Select(entry => entry.Name));
        foreach (var (name, expected) in tensors)
        {
            var read = reader.Read(name);
            Assert.Equal(expected.dtype, read.dtype);
            Assert.Equal(expected.shape, read.shape);
            Assert.Equal(expected.contiguous().bytes.ToArray(), read.bytes.ToArray());
        }
    }

    [Fact]
    public void EqualTensorsAreEqualBytesInWhateverOrder()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones([2]), zeros([3]));
        SafeTensorsFile.Write(_folder["x"], [new("a", a), new("b", b)]);
        SafeTensorsFile.Write(_folder["y"], [new("b", b), new("a", a)]);
        Assert.Equal(ContentHash.OfFile(_folder["x"]), ContentHash.OfFile(_folder["y"]));
        Assert.Equal([_folder["x"], _folder["y"]], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ATruncatedFileIsRefused()
    {
        using var scope = NewDisposeScope();
        SafeTensorsFile.Write(_folder["x"], [new("a", ones([8])), new("b", ones([8]))]);
        var bytes = File.ReadAllBytes(_folder["x"]);
        File.WriteAllBytes(_folder["x"], bytes[..^4]);
        Assert.Contains("b: ends at byte", Refused(), StringComparison.Ordinal);
        File.WriteAllBytes(_folder["x"], bytes[..20]);
        Assert.Contains("is truncated", Refused(), StringComparison.Ordinal);
        File.WriteAllBytes(_folder["x"], bytes[..5]);
        Assert.Contains("only 5 bytes", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\": {\"dtype\": \"F99\", \"shape\": [1], \"data_offsets\": [0, 4]}}", "unknown type 'F99'")]
    [InlineData("{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}}", "has 8 bytes, the header gives it 4")]
    [InlineData("{\"a\": {\"shape\": [2]}}", "header cannot be read")]
    [InlineData("not json", "header cannot be read")]
    public void ABadHeaderIsRefused(string header, string expected)
    {
        File.WriteAllBytes(_folder["x"], [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), 0, 0, 0, 0]);
        Assert.Contains(expected, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherKindOfFileIsRefused()
    {
        File.WriteAllText(_folder["x"], "PK\u0003\u0004 and so on and on");
        Assert.Contains("does not begin with the length of a header", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() => Assert.Contains(_folder["x"], Refused(), StringComparison.Ordinal);

    private string Refused() => Assert.Throws<LatException>(() => SafeTensorsFile.Open(_folder["x"])).Message;
}
