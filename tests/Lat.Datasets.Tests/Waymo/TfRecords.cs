using System.Buffers.Binary;
using Google.Protobuf;

namespace Lat.Datasets.Tests;

/// <summary>Writes TFRecord files of Waymo frames.</summary>
internal static class TfRecords
{
    public static byte[] Of(params byte[][] records)
    {
        using var file = new MemoryStream();
        foreach (var record in records)
        {
            var head = new byte[12];
            BinaryPrimitives.WriteInt64LittleEndian(head, record.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), TfRecordFile.Masked(head.AsSpan(0, 8)));
            var tail = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(tail, TfRecordFile.Masked(record));
            file.Write(head);
            file.Write(record);
            file.Write(tail);
        }

        return file.ToArray();
    }

    /// <summary>A frame of the front camera with these boxes; the image, field 4, is appended as the dataset's own writer would.</summary>
    public static byte[] Frame(long time, byte[]? image, params (int Type, double X, double Y, double Length, double Width)[] boxes)
    {
        var labels = new WaymoCameraLabels { Camera = 1 };
        labels.Labels.AddRange(boxes.Select(box => new WaymoLabel
        {
            Type = box.Type,
            Box = new WaymoBox { CenterX = box.X, CenterY = box.Y, Length = box.Length, Width = box.Width },
        }));
        var frame = new WaymoFrame { Context = new WaymoContext { Name = "segment" }, TimestampMicros = time };
        frame.Context.CameraCalibrations.Add(new WaymoCameraCalibration { Camera = 1, Width = 1920, Height = 1280 });
        frame.CameraLabels.Add(labels);
        var message = frame.ToByteArray();
        if (image is null)
        {
            return message;
        }

        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            var inner = new MemoryStream();
            using (var nested = new CodedOutputStream(inner, leaveOpen: true))
            {
                nested.WriteTag(1, WireFormat.WireType.Varint);
                nested.WriteInt32(1);
                nested.WriteTag(2, WireFormat.WireType.LengthDelimited);
                nested.WriteBytes(ByteString.CopyFrom(image));
            }

            output.WriteTag(4, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(inner.ToArray()));
        }

        stream.Write(message);
        return stream.ToArray();
    }
}
