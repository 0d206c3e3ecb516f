namespace SixLabors.ImageSharp.Formats;

/// <summary>Tells the format of a file by its first bytes.</summary>
internal static class ImageSignatureReader
{
    /// <summary>How many bytes are enough to tell.</summary>
    public const int Length = 8;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="UnknownImageFormatException">The bytes begin neither a JPEG nor a PNG.</exception>
    public static ImageSignature Detect(ReadOnlySpan<byte> data) =>
        data.StartsWith(Jpeg) ? ImageSignature.Jpeg
        : data.StartsWith(Png) ? ImageSignature.Png
        : throw new UnknownImageFormatException("Image cannot be loaded. Available decoders: JPEG, PNG.");
}
