using System.Buffers.Binary;
using System.Numerics;
using Google.Protobuf;

namespace Lat.Cli.Tests;

/// <summary>Writes frames of Waymo Open, version 1, field by field as its own files have them.</summary>
internal static class SampleRecords
{
    private const uint FrontCamera = 1;

    /// <summary>The lengths and contents of records, each with its checksum.</summary>
    public static byte[] File(params byte[][] records)
    {
        using var file = new MemoryStream();
        foreach (var record in records)
        {
            var length = new byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, record.Length);
            file.Write([.. length, .. Checksum(length), .. record, .. Checksum(record)]);
        }

        return file.ToArray();
    }

    /// <summary>A frame of the front camera.</summary>
    public static byte[] Frame(ulong time, ImageSize size, byte[] jpeg, params (uint Type, Box Box)[] boxes) => Message(frame =>
    {
        Nested(frame, 1, context =>
        {
            context.WriteTag(1, WireFormat.WireType.LengthDelimited);
            context.WriteString("segment");
            Nested(context, 2, calibration => Numbers(calibration, (1, FrontCamera), (4, (ulong)size.Width), (5, (ulong)size.Height)));
        });
        Numbers(frame, (2, time));
        Nested(frame, 4, image =>
        {
            Numbers(image, (1, FrontCamera));
            image.WriteTag(2, WireFormat.WireType.LengthDelimited);
            image.WriteBytes(ByteString.CopyFrom(jpeg));
        });
        Nested(frame, 8, labels =>
        {
            Numbers(labels, (1, FrontCamera));
            foreach (var (type, box) in boxes)
            {
                Nested(labels, 2, label =>
                {
                    Nested(label, 1, message => Reals(message, (1, box.CenterX), (2, box.CenterY), (4, box.Height), (5, box.Width)));
                    Numbers(label, (3, type));
                });
            }
        });
    });

    private static void Numbers(CodedOutputStream message, params (int Field, ulong Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            message.WriteTag(field, WireFormat.WireType.Varint);
            message.WriteUInt64(value);
        }
    }

    private static void Reals(CodedOutputStream message, params (int Field, double Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            message.WriteTag(field, WireFormat.WireType.Fixed64);
            message.WriteDouble(value);
        }
    }

    private static void Nested(CodedOutputStream message, int field, Action<CodedOutputStream> write)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteBytes(ByteString.CopyFrom(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var message = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(message);
        }

        return bytes.ToArray();
    }

    /// <summary>TFRecord's masked CRC-32C.</summary>
    private static byte[] Checksum(byte[] content)
    {
        var crc = ~content.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        var masked = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(masked, BitOperations.RotateRight(crc, 15) + 0xa282ead8u);
        return masked;
    }
}
