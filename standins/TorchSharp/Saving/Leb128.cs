namespace TorchSharp;

/// <summary>Numbers in seven-bit groups, low ones first, as the package's files hold them.</summary>
internal static class Leb128
{
    internal static void Write(BinaryWriter writer, long value)
    {
        var rest = (ulong)value;
        do
        {
            var group = (byte)(rest & 0x7f);
            rest >>= 7;
            writer.Write(rest == 0 ? group : (byte)(group | 0x80));
        }
        while (rest != 0);
    }

    internal static long Read(BinaryReader reader)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var group = reader.ReadByte();
            value |= (ulong)(group & 0x7f) << shift;
            if (group < 0x80)
            {
                return (long)value;
            }
        }

        throw new InvalidDataException("A number in the file has more than 64 bits.");
    }
}
