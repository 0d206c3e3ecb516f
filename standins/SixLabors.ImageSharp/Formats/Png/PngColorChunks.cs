using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>
/// Takes out the chunks that tell how samples map to light. libpng's simplified API would convert the samples by them; the package keeps
/// the samples as they are stored.
/// </summary>
internal static class PngColorChunks
{
    private const int SignatureLength = 8;

    /// <summary>Length, type and checksum around a chunk's data.</summary>
    private const int Frame = 12;

    public static ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> data)
    {
        byte[]? kept = null;
        var keptLength = 0;
        var at = SignatureLength;
        while (at + Frame <= data.Length)
        {
            var length = (long)BinaryPrimitives.ReadUInt32BigEndian(data[at..]) + Frame;
            var type = data.Slice(at + 4, 4);
            if (length > data.Length - at || type.SequenceEqual("IDAT"u8))
            {
                break;
            }

            if (IsColor(type))
            {
                if (kept is null)
                {
                    kept = new byte[data.Length];
                    data[..at].CopyTo(kept);
                    keptLength = at;
                }
            }
            else if (kept is not null)
            {
                data.Slice(at, (int)length).CopyTo(kept.AsSpan(keptLength));
                keptLength += (int)length;
            }

            at += (int)length;
        }

        if (kept is null)
        {
            return data;
        }

        data[at..].CopyTo(kept.AsSpan(keptLength));
        return kept.AsSpan(0, keptLength + data.Length - at);
    }

    private static bool IsColor(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("iCCP"u8);
}
