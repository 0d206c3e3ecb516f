using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class FeatureBatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SmallerMapsArePaddedWithZerosAtTheRightAndTheBottom()
    {
        using var large = Write("large.bin", new FeatureShape(2, 2, 3, 8), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        using var small = Write("small.bin", new FeatureShape(2, 1, 2, 8), [21, 22, 23, 24]);
        using var scope = torch.NewDisposeScope();
        var batch = FeatureBatch.Read([(large, "x"), (small, "x")]);
        var level = Assert.Single(batch.ToDevice(torch.CPU));
        Assert.Equal((2, torch.float32), (batch.Count, level.dtype));
        Assert.Equal([2, 2, 2, 3], level.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 21, 22, 0, 0, 0, 0, 23, 24, 0, 0, 0, 0], level.Values());
    }

    [Fact]
    public void FeaturesOfTwoExtractorsAreNotMixed()
    {
        using var first = Write("first.bin", new FeatureShape(1, 1, 2, 8), [1, 2]);
        using var second = Write("second.bin", new FeatureShape(1, 1, 2, 16), [1, 2]);
        var refusal = Assert.Throws<LatException>(() => FeatureBatch.Read([(first, "x"), (second, "x")]));
        Assert.StartsWith("The features of the datasets come from different extractors.", refusal.Message, StringComparison.Ordinal);
    }

    private FeatureFile Write(string name, FeatureShape shape, float[] values)
    {
        using (var writer = new FeatureFileWriter(_folder[name], [shape]))
        {
            writer.Add("x", Some.HalfBytes(values));
            writer.Complete();
        }

        return FeatureFile.Open(_folder[name]);
    }
}
