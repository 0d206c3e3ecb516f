namespace Lat.Datasets;

/// <summary>
/// Walks over one structure in Thrift's compact form, which parquet files describe themselves in, and refuses lengths that the file does not have
/// and nesting that no description has: the parquet library believes both.
/// </summary>
/// <param name="stream">Stands on the structure's first byte; afterwards behind its last.</param>
/// <param name="end">Where its bytes end at the latest.</param>
internal sealed class ThriftOutline(Stream stream, long end)
{
    private const int MaxDepth = 32;
    private readonly Dictionary<int, long> _numbers = [];

    /// <summary>The whole numbers among the structure's own fields, by the number of the field.</summary>
    public IReadOnlyDictionary<int, long> Numbers => _numbers;

    /// <exception cref="InvalidDataException">The bytes are no such structure.</exception>
    public void Read() => Struct(0);

    private void Struct(int depth)
    {
        var field = 0L;
        for (var header = Byte(); header != 0; header = Byte())
        {
            field = header >> 4 == 0 ? Signed() : field + (header >> 4);
            switch (header & 0x0F)
            {
                // A truth value of a field is its type; in a list it takes a byte.
                case 1 or 2:
                    break;
                case 4 or 5 or 6 when depth == 0:
                    _numbers[(int)field] = Signed();
                    break;
                default:
                    Value(header & 0x0F, depth);
                    break;
            }
        }
    }

    private void Value(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2 or 3:
                Skip(1);
                break;
            case 4 or 5 or 6:
                Varint();
                break;
            case 7:
                Skip(8);
                break;
            case 8:
                Skip(Varint());
                break;
            case 9 or 10:
                var header = Byte();
                Items(header >> 4 == 15 ? Varint() : (ulong)(header >> 4), depth, header & 0x0F);
                break;
            case 11:
                var count = Varint();
                var types = count == 0 ? 0 : Byte();
                Items(count, depth, types >> 4, types & 0x0F);
                break;
            case 12:
                Struct(Deeper(depth));
                break;
            case 13:
                Skip(16);
                break;
            default:
                throw new InvalidDataException(FormattableString.Invariant($"byte {stream.Position - 1} begins a value of the unknown type {type}"));
        }
    }

    private void Items(ulong count, int depth, params ReadOnlySpan<int> types)
    {
        // Each takes a byte at least.
        Check(count);
        var deeper = Deeper(depth);
        for (var index = 0UL; index < count; index++)
        {
            foreach (var type in types)
            {
                Value(type, deeper);
            }
        }
    }

    private int Deeper(int depth) => depth < MaxDepth
        ? depth + 1
        : throw new InvalidDataException(FormattableString.Invariant($"byte {stream.Position - 1} is nested more than {MaxDepth} deep"));

    private int Byte()
    {
        Check(1);
        return stream.ReadByte();
    }

    private void Skip(ulong count)
    {
        Check(count);
        stream.Seek((long)count, SeekOrigin.Current);
    }

    private void Check(ulong count)
    {
        if (stream.Position > end || count > (ulong)(end - stream.Position))
        {
            throw new InvalidDataException(FormattableString.Invariant($"byte {stream.Position} claims {count} more, but {Math.Max(0, end - stream.Position)} follow"));
        }
    }

    private long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException(FormattableString.Invariant($"byte {stream.Position - 1} ends a number of more than ten bytes"));
    }
}
