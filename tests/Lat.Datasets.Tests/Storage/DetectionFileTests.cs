using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class DetectionFileTests
{
    [Fact]
    public void EveryFieldComesBackWithTheScoreVectors()
    {
        using var folder = new TemporaryFolder();
        DetectionFile.Write(folder["d.bin"], Some.Detections());

        var read = DetectionFile.Read(folder["d.bin"]);

        Assert.Equal(Some.Detections(), read);
        Assert.Equal([0.9f, 0.05f], read.Images[0].Detections[0].ClassScores);
    }

    [Fact]
    public void TheSameSetGivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        DetectionFile.Write(folder["a.bin"], Some.Detections());
        DetectionFile.Write(folder["b.bin"], Some.Detections());

        Assert.Equal(File.ReadAllBytes(folder["a.bin"]), File.ReadAllBytes(folder["b.bin"]));
    }

    [Theory]
    [InlineData(0, "does not begin with")]
    [InlineData(8, "version")]
    [InlineData(40, "is damaged")]
    public void DamageIsSaidPlainly(int place, string expected)
    {
        using var folder = new TemporaryFolder();
        DetectionFile.Write(folder["d.bin"], Some.Detections());
        var bytes = File.ReadAllBytes(folder["d.bin"]);
        bytes[place] ^= 0xFF;
        File.WriteAllBytes(folder["d.bin"], bytes);

        var exception = Assert.Throws<LatException>(() => DetectionFile.Read(folder["d.bin"]));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScoreVectorOfAnotherLengthIsRefused()
    {
        using var folder = new TemporaryFolder();
        var odd = new Detection(new Box(0, 0, 1, 1), 0, 0.5) { ClassScores = [0.5f] };
        DetectionFile.Write(
            folder["d.bin"], new DetectionSet(new LabelSpace("a", "b"), [new ImageDetections("x.png", new ImageSize(4, 4), [odd])]));

        Assert.Throws<LatException>(() => DetectionFile.Read(folder["d.bin"]));
    }
}
