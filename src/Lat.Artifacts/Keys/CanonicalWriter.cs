using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Writes values in the one byte form that keys are hashed over (docs/keys.md): every value opens with a tag of its type, every text and
/// collection with its length, so that no two different values share their bytes on any machine, locale or version of .NET.
/// </summary>
public sealed class CanonicalWriter
{
    // Throws on a lone surrogate: the replacement character would make two different texts equal.
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void WriteNull() => WriteTag('n');

    public void WriteBool(bool value)
    {
        WriteTag('b');
        WriteByte(value ? (byte)1 : (byte)0);
    }

    public void WriteInteger(long value)
    {
        WriteTag('i');
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);
    }

    public void WriteUnsigned(ulong value)
    {
        WriteTag('u');
        BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);
    }

    /// <summary>IEEE 754 bits; -0 is written as 0.</summary>
    /// <exception cref="ArgumentException">The value is not a number.</exception>
    public void WriteDouble(double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("NaN has no canonical form: it is not equal to itself.", nameof(value));
        }

        WriteTag('d');
        BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value == 0 ? 0 : value);
    }

    /// <exception cref="ArgumentException">The text holds half of a surrogate pair.</exception>
    public void WriteString(string value)
    {
        WriteTag('s');
        var length = _utf8.GetByteCount(value);
        WriteLength(length);
        _utf8.GetBytes(value, Take(length));
    }

    public void WriteHash(ContentHash value)
    {
        WriteTag('h');
        value.ToBytes().CopyTo(Take(32));
    }

    /// <summary>Items in their own order.</summary>
    public void WriteList<T>(IReadOnlyCollection<T> items, Action<CanonicalWriter, T> writeItem)
    {
        WriteTag('l');
        WriteLength(items.Count);
        foreach (var item in items)
        {
            writeItem(this, item);
        }
    }

    /// <summary>Entries in ordinal order of their names, whatever order they come in.</summary>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public void WriteMap<T>(IEnumerable<KeyValuePair<string, T>> entries, Action<CanonicalWriter, T> writeValue)
    {
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        WriteTag('m');
        WriteLength(sorted.Count);
        for (var index = 0; index < sorted.Count; index++)
        {
            if (index > 0 && sorted[index].Key == sorted[index - 1].Key)
            {
                throw new ArgumentException($"The name '{sorted[index].Key}' stands twice in a map.", nameof(entries));
            }

            WriteString(sorted[index].Key);
            writeValue(this, sorted[index].Value);
        }
    }

    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    public ContentHash ToHash() => ContentHash.Of(_bytes.WrittenSpan);

    private void WriteTag(char tag) => WriteByte((byte)tag);

    private void WriteByte(byte value) => Take(1)[0] = value;

    private void WriteLength(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    private Span<byte> Take(int count)
    {
        var span = _bytes.GetSpan(count)[..count];
        _bytes.Advance(count);
        return span;
    }
}
