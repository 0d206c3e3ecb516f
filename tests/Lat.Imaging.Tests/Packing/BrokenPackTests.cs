using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class BrokenPackTests : IDisposable
{
    private const string MakeAgain = "Delete it and run the import again; it is made from the dataset.";

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _pack;

    public BrokenPackTests()
    {
        PackedImages.Write(_folder["whole"], [new PackedImage("a.png", Some.Image(5, 4))]);
        _pack = File.ReadAllBytes(_folder["whole"]);
    }

    [Fact]
    public void AMissingPackIsNamed() =>
        Assert.Equal($"There is no pack of images '{_folder["nowhere"]}'. Run the import first.", MessageOf(_folder["nowhere"]));

    [Theory]
    [InlineData("")]
    [InlineData("something else altogether")]
    public void AFileThatIsNoPackIsNamedAsSuch(string text)
    {
        var path = _folder.Write("p", System.Text.Encoding.ASCII.GetBytes(text));

        Assert.Equal($"'{path}' ({text.Length} bytes) is not a pack of images. {MakeAgain}", MessageOf(path));
    }

    [Theory]
    [InlineData(20, 64)]
    [InlineData(70, 149)]
    [InlineData(148, 149)]
    public void ATruncatedPackIsRefused(int length, int expected)
    {
        var path = _folder.Write("p", _pack.AsSpan(0, length));

        Assert.Equal(
            $"The pack '{path}' should have {expected} bytes and has {length}, as from a copy that was cut off. {MakeAgain}", MessageOf(path));
    }

    [Fact]
    public void AnotherVersionIsRefused()
    {
        _pack[8] = 2;
        var path = _folder.Write("p", _pack);

        Assert.Equal($"The pack '{path}' has version 2; this program reads version 1. {MakeAgain}", MessageOf(path));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(17)]
    [InlineData(40)]
    [InlineData(130)]
    [InlineData(148)]
    public void AChangeOfHeaderOrIndexIsNoticed(int at)
    {
        _pack[at] ^= 1;
        var path = _folder.Write("p", _pack);

        Assert.Equal($"The index of the pack '{path}' is damaged. {MakeAgain}", MessageOf(path));
    }

    [Fact]
    public void APackThatCannotBeWrittenSaysWhatToCheck()
    {
        var fault = Assert.Throws<LatException>(() => PackedImages.Write(_folder["no/such/folder"], []));

        Assert.EndsWith("Check the folder, its permissions and the free space.", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string MessageOf(string path) => Assert.Throws<LatException>(() => PackedImages.Open(path)).Message;
}
