namespace Lat.Transfer.Tests;

public sealed class FeatureShapesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ShapesAreReadAsTheyWereWritten()
    {
        FeatureShapesFile.Write(_folder["s"], [new FeatureShape(384, 16, 20, 3.5), new FeatureShape(384, 8, 10, 7)]);
        Assert.Equal([new FeatureShape(384, 16, 20, 3.5), new FeatureShape(384, 8, 10, 7)], FeatureShapesFile.TryRead(_folder["s"])!.Value);
    }

    [Fact]
    public void AFileOfMapsIsNoneAndAFileOfShapesHasNoMaps()
    {
        using (var features = Some.RandomFeatures(_folder["f"], ["x"], new Seed(1)))
        {
            Assert.Null(FeatureShapesFile.TryRead(_folder["f"]));
        }

        FeatureShapesFile.Write(_folder["s"], Some.Levels);
        Assert.StartsWith("Not a complete feature file: ", Assert.Throws<LatException>(() => FeatureFile.Open(_folder["s"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatWasCutIsRefused()
    {
        FeatureShapesFile.Write(_folder["s"], Some.Levels);
        var whole = File.ReadAllBytes(_folder["s"]);
        for (var length = 8; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder["cut"], whole[..length]);
            Assert.StartsWith(
                "Not a complete file of feature shapes: ", Assert.Throws<LatException>(() => FeatureShapesFile.TryRead(_folder["cut"])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ComputedFeaturesAreAskedForByNameAndReleasedOnce()
    {
        var (asked, released) = (new List<string>(), 0);
        using (var features = new ComputedFeatures([new FeatureShape(1, 1, 2, 14)], name => { asked.Add(name); return [1, 2, 3, 4]; }, () => released++))
        {
            var maps = new byte[features.ByteCount];
            features.Read("x", maps);
            Assert.Equal([1, 2, 3, 4], maps);
        }

        Assert.Equal(["x"], asked);
        Assert.Equal(1, released);
    }
}
