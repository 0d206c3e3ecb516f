using Lat.Core;

namespace Lat.Artifacts.Tests;

public class CanonicalWriterTests
{
    [Fact]
    public void EveryValueOpensWithItsTypeAndEveryTextWithItsLength()
    {
        var writer = new CanonicalWriter();
        writer.WriteNull();
        writer.WriteBool(true);
        writer.WriteInteger(-2);
        writer.WriteUnsigned(3);
        writer.WriteDouble(1.5);
        writer.WriteString("é");
        writer.WriteList([1L], (inner, item) => inner.WriteInteger(item));
        writer.WriteMap([KeyValuePair.Create("a", false)], (inner, value) => inner.WriteBool(value));

        Assert.Equal(
            "6E" + "6201" + "69FEFFFFFFFFFFFFFF" + "750300000000000000" + "64000000000000F83F" + "7302000000C3A9" +
            "6C01000000690100000000000000" + "6D010000007301000000616200",
            Convert.ToHexString(writer.ToBytes()));
    }

    [Fact]
    public void AHashIsWrittenAsItsBytes()
    {
        var hash = ContentHash.Of([1, 2, 3]);

        Assert.Equal([(byte)'h', .. hash.ToBytes()], Bytes(writer => writer.WriteHash(hash)));
    }

    [Fact]
    public void MinusZeroIsZero() =>
        Assert.Equal(Bytes(writer => writer.WriteDouble(0)), Bytes(writer => writer.WriteDouble(-0.0)));

    [Fact]
    public void NotANumberIsRefused() => Assert.Throws<ArgumentException>(() => Bytes(writer => writer.WriteDouble(double.NaN)));

    [Fact]
    public void HalfASurrogatePairIsRefused() => Assert.ThrowsAny<ArgumentException>(() => Bytes(writer => writer.WriteString("\ud800")));

    [Fact]
    public void TheOrderOfAMapsEntriesIsOrdinalWhateverOrderTheyComeIn() =>
        Assert.Equal(Map("B", "a", "ä"), Map("ä", "B", "a"));

    [Fact]
    public void ANameTwiceInAMapIsRefused() => Assert.Throws<ArgumentException>(() => Map("a", "a"));

    [Fact]
    public void TextsThatJoinAlikeDiffer() => Assert.NotEqual(
        Bytes(writer => { writer.WriteString("ab"); writer.WriteString("c"); }),
        Bytes(writer => { writer.WriteString("a"); writer.WriteString("bc"); }));

    private static byte[] Map(params string[] names) => Bytes(writer =>
        writer.WriteMap(names.Select(name => KeyValuePair.Create(name, name)), (inner, value) => inner.WriteString(value)));

    private static byte[] Bytes(Action<CanonicalWriter> write)
    {
        var writer = new CanonicalWriter();
        write(writer);
        return writer.ToBytes();
    }
}
