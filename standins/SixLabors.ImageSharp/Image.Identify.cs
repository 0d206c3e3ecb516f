using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp;

public abstract partial class Image
{
    public static ImageInfo Identify(string path)
    {
        using var stream = File.OpenRead(path);
        return Identify(stream);
    }

    public static ImageInfo Identify(ReadOnlySpan<byte> buffer) => Identify(new MemoryStream(buffer.ToArray()));

    public static ImageInfo Identify(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> start = stackalloc byte[ImageSignatureReader.Length];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var format = ImageSignatureReader.Detect(start[..read]);
        try
        {
            return new ImageInfo(format == ImageSignature.Jpeg ? JpegHeader.ReadSize(stream, start) : PngHeader.ReadSize(stream));
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidImageContentException("The image ends inside its header.", fault);
        }
    }
}
