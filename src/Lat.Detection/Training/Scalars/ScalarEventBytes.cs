using System.Buffers.Binary;
using System.Text;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The few fields of TensorFlow's `Event` message (tensorflow/core/util/event.proto and summary.proto) that scalars need, in protobuf's wire
/// format: Event { wall_time = 1, step = 2, file_version = 3, summary = 5 }, Summary { value = 1 }, Value { tag = 1, simple_value = 2 }.
/// </summary>
internal static class ScalarEventBytes
{
    /// <summary>What the first event of a file says.</summary>
    public const string FileVersion = "brain.Event:2";

    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;
    private const int WallTime = 1, Step = 2, Version = 3, Summary = 5, SummaryValue = 1, Tag = 1, SimpleValue = 2;

    /// <summary>The event that a file begins with.</summary>
    public static byte[] Header()
    {
        using var bytes = new MemoryStream();
        WriteDouble(bytes, WallTime, 0);
        WriteDelimited(bytes, Version, Encoding.UTF8.GetBytes(FileVersion));
        return bytes.ToArray();
    }

    public static byte[] Of(ScalarEvent scalarEvent)
    {
        using var summary = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        foreach (var (tag, value) in scalarEvent.Scalars)
        {
            using var entry = new MemoryStream();
            WriteDelimited(entry, Tag, Encoding.UTF8.GetBytes(tag));
            WriteTag(entry, SimpleValue, Fixed32);
            BinaryPrimitives.WriteSingleLittleEndian(number, value);
            entry.Write(number);
            WriteDelimited(summary, SummaryValue, entry.ToArray());
        }

        using var bytes = new MemoryStream();
        WriteDouble(bytes, WallTime, scalarEvent.Seconds);
        WriteTag(bytes, Step, Varint);
        WriteVarint(bytes, (ulong)scalarEvent.Step);
        WriteDelimited(bytes, Summary, summary.ToArray());
        return bytes.ToArray();
    }

    /// <summary>The event; null where it is the header, or no event of scalars.</summary>
    public static ScalarEvent? Parse(ReadOnlySpan<byte> bytes)
    {
        var (seconds, step, scalars) = (0.0, 0L, new List<KeyValuePair<string, float>>());
        foreach (var field in WireField.ReadAll(bytes))
        {
            switch (field.Number)
            {
                case WallTime:
                    seconds = BitConverter.UInt64BitsToDouble(field.Value);
                    break;
                case Step:
                    step = (long)field.Value;
                    break;
                case Summary:
                    scalars.AddRange(WireField.ReadAll(field.Content).Where(entry => entry.Number == SummaryValue).Select(entry => ParseValue(entry.Content)));
                    break;
                default:
                    break;
            }
        }

        return scalars.Count == 0 ? null : new ScalarEvent(seconds, step, scalars.ToEquatableArray());
    }

    private static KeyValuePair<string, float> ParseValue(ReadOnlySpan<byte> bytes)
    {
        var (tag, value) = ("", 0f);
        foreach (var field in WireField.ReadAll(bytes))
        {
            (tag, value) = field.Number switch
            {
                Tag => (Encoding.UTF8.GetString(field.Content), value),
                SimpleValue => (tag, BitConverter.UInt32BitsToSingle((uint)field.Value)),
                _ => (tag, value),
            };
        }

        return KeyValuePair.Create(tag, value);
    }

    private static void WriteDouble(MemoryStream target, int field, double value)
    {
        WriteTag(target, field, Fixed64);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(number, value);
        target.Write(number);
    }

    private static void WriteDelimited(MemoryStream target, int field, ReadOnlySpan<byte> content)
    {
        WriteTag(target, field, Delimited);
        WriteVarint(target, (ulong)content.Length);
        target.Write(content);
    }

    private static void WriteTag(MemoryStream target, int field, int wireType) => WriteVarint(target, (ulong)((field << 3) | wireType));

    private static void WriteVarint(MemoryStream target, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            target.WriteByte((byte)(value | 0x80));
        }

        target.WriteByte((byte)value);
    }
}
