using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public abstract partial class Image
{
    public static Image<TPixel> Load<TPixel>(string path)
        where TPixel : unmanaged, IPixel<TPixel> => Load<TPixel>(File.ReadAllBytes(path));

    public static Image<TPixel> Load<TPixel>(Stream stream)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Load<TPixel>(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    public static Image<TPixel> Load<TPixel>(ReadOnlySpan<byte> data)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        if (typeof(TPixel) != typeof(Rgb24))
        {
            throw new NotSupportedException($"The stand-in for ImageSharp decodes to Rgb24 only, not to {typeof(TPixel).Name}.");
        }

        var image = ImageSignatureReader.Detect(data) == ImageSignature.Jpeg ? JpegDecoding.Decode(data) : PngDecoding.Decode(data);
        return (Image<TPixel>)(object)image;
    }
}
