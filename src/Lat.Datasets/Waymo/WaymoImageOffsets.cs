namespace Lat.Datasets;

/// <summary>Finds the encoded images inside a frame without copying them.</summary>
internal static class WaymoImageOffsets
{
    private const int Images = 4;
    private const int Camera = 1;
    private const int Image = 2;

    /// <summary>Offset and length in the record, by the number of the camera; cameras without pixels are absent.</summary>
    /// <exception cref="InvalidDataException">The record is no protobuf message.</exception>
    public static Dictionary<int, (int Offset, int Length)> Find(ReadOnlySpan<byte> record)
    {
        var found = new Dictionary<int, (int, int)>();
        var frame = new ProtobufFields(record, 0, record.Length);
        while (frame.TryNext())
        {
            if (frame.Number != Images || frame.Start is not { } start)
            {
                continue;
            }

            var camera = 0;
            (int Offset, int Length) image = default;
            var fields = new ProtobufFields(record, start, frame.Length);
            while (fields.TryNext())
            {
                if (fields.Number == Camera)
                {
                    camera = (int)Math.Min(fields.Value, int.MaxValue);
                }
                else if (fields.Number == Image && fields.Start is { } offset)
                {
                    image = (offset, fields.Length);
                }
            }

            if (image.Length > 0)
            {
                found[camera] = image;
            }
        }

        return found;
    }
}
