using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class PackedImagesTests : IDisposable
{
    private static readonly PackedImage[] Images =
    [
        new("b/2.png", Some.Image(5, 4)),
        new("a/1.png", Some.Image(64, 48)),
        new("straße.jpg", Some.Image(1, 1)),
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void EveryImageComesBackByPositionAndByName()
    {
        PackedImages.Write(_folder["p"], Images);

        using var pack = PackedImages.Open(_folder["p"]);

        Assert.Equal(3, pack.Count);
        Assert.Equal(["b/2.png", "a/1.png", "straße.jpg"], pack.FileNames);
        foreach (var (fileName, image) in Images)
        {
            var read = pack.Read(pack.IndexOf(fileName)!.Value);
            Assert.Equal(image.Size, read.Size);
            Assert.Equal(image.Pixels, read.Pixels);
        }
    }

    [Fact]
    public void AnUnknownNameHasNoPosition()
    {
        PackedImages.Write(_folder["p"], Images);

        using var pack = PackedImages.Open(_folder["p"]);

        Assert.Null(pack.IndexOf("A/1.png"));
    }

    [Fact]
    public void TheSameImagesGiveTheSameBytes()
    {
        PackedImages.Write(_folder["p"], Images);
        PackedImages.Write(_folder["q"], Images);

        Assert.Equal(File.ReadAllBytes(_folder["p"]), File.ReadAllBytes(_folder["q"]));
    }

    [Fact]
    public void TheBytesOfAPackArePinned()
    {
        PackedImages.Write(_folder["p"], Images);

        Assert.Equal("cbf509b221b3f551590a05928809d8e32b920aff564fa8ca9808715956fedda8", ContentHash.OfFile(_folder["p"]).Hex);
    }

    [Fact]
    public void APackMayBeEmpty()
    {
        PackedImages.Write(_folder["p"], []);

        using var pack = PackedImages.Open(_folder["p"]);

        Assert.Equal(0, pack.Count);
    }

    [Fact]
    public void AFailureLeavesWhatWasThere()
    {
        PackedImages.Write(_folder["p"], Images);
        var before = File.ReadAllBytes(_folder["p"]);

        Assert.Throws<ArgumentException>(() => PackedImages.Write(_folder["p"], [Images[0], Images[0]]));

        Assert.Equal(before, File.ReadAllBytes(_folder["p"]));
        Assert.Equal(["p"], _folder.FileNames);
    }

    [Fact]
    public void ManyThreadsReadAtOnce()
    {
        PackedImages.Write(_folder["p"], Images);
        using var pack = PackedImages.Open(_folder["p"]);

        Parallel.For(0, 300, i => Assert.Equal(Images[i % 3].Image.Pixels, pack.Read(i % 3).Pixels));
    }

    [Fact]
    public void ASpanOfAnotherLengthIsRefused()
    {
        PackedImages.Write(_folder["p"], Images);
        using var pack = PackedImages.Open(_folder["p"]);

        var fault = Assert.Throws<ArgumentException>(() => pack.CopyTo(0, new byte[61]));

        Assert.Equal("The image 'b/2.png' of 5x4 has 60 bytes, not 61.", fault.Message);
    }

    public void Dispose() => _folder.Dispose();
}
