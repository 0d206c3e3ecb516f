namespace Lat.Datasets;

/// <summary>
/// Walks over the fields of a protobuf message and knows where in the record each lies. The library parses the labels; this only finds where
/// the images are, which the library can say only by copying them.
/// </summary>
internal ref struct ProtobufFields(ReadOnlySpan<byte> message, int start, int length)
{
    private readonly ReadOnlySpan<byte> _message = message;
    private readonly int _end = start + length;
    private int _position = start;

    /// <summary>The number of the field that was read last.</summary>
    public int Number { get; private set; }

    /// <summary>Its value, where it is a varint; else 0.</summary>
    public ulong Value { get; private set; }

    /// <summary>Where its bytes begin, where it is length-delimited; else null.</summary>
    public int? Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>Reads the next field; false after the last.</summary>
    /// <exception cref="InvalidDataException">The bytes are no protobuf message.</exception>
    public bool TryNext()
    {
        if (_position == _end)
        {
            return false;
        }

        var tag = Varint();
        (Number, Value, Start, Length) = ((int)Math.Min(tag >> 3, int.MaxValue), 0, null, 0);
        switch (tag & 7)
        {
            case 0:
                Value = Varint();
                break;
            case 1:
                Advance(8);
                break;
            case 2:
                var length = Varint();
                Start = _position;
                Advance(length);
                Length = (int)length;
                break;
            case 5:
                Advance(4);
                break;
            default:
                throw new InvalidDataException(FormattableString.Invariant($"byte {_position} begins a field of the unknown wire type {tag & 7}"));
        }

        return true;
    }

    private void Advance(ulong count)
    {
        if (count > (ulong)(_end - _position))
        {
            throw new InvalidDataException(FormattableString.Invariant($"field {Number} claims {count} bytes, but {_end - _position} follow"));
        }

        _position += (int)count;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _end)
            {
                throw new InvalidDataException("the message ends in the middle of a number");
            }

            var part = _message[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number has more than ten bytes");
    }
}
