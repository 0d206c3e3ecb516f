using System.Text;

namespace Lat.Core.Tests;

/// <summary>The vectors are those of FIPS 180-2.</summary>
public sealed class ContentHashTests
{
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", Abc)]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void TheHashIsSha256(string text, string hex)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        Assert.Equal(hex, ContentHash.Of(bytes).Hex);
        Assert.Equal(hex, ContentHash.Of(new MemoryStream(bytes)).Hex);
    }

    [Fact]
    public void AFileIsHashedByItsContent()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "abc");
            Assert.Equal(Abc, ContentHash.OfFile(path).Hex);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AHashGoesToTextAndBytesAndBack()
    {
        var hash = ContentHash.Parse(Abc);
        Assert.Equal(hash, ContentHash.FromBytes(hash.ToBytes()));
        Assert.Equal(("ba7816bf8f01", Abc), (hash.Abbreviated, hash.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void AnyOtherTextIsNoHash(string? text)
    {
        Assert.False(ContentHash.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContentHash.Parse(text!));
    }

    [Fact]
    public void ADigestOfAnotherLengthIsRefused() => Assert.Throws<ArgumentException>(() => ContentHash.FromBytes(new byte[20]));

    [Fact]
    public void TheEmptyStructIsNoHash() => Assert.Throws<InvalidOperationException>(() => default(ContentHash).Hex);

    [Fact]
    public void HashesAreOrderedByTheirDigits()
    {
        var (first, second) = (ContentHash.Of([1]), ContentHash.Of([2]));
        Assert.Equal(string.CompareOrdinal(first.Hex, second.Hex) < 0, first < second);
        Assert.Equal(first > second, second < first);
    }
}
