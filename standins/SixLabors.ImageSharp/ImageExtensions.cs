using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp;

public static class ImageExtensions
{
    public static void SaveAsPng(this Image source, Stream stream) => SaveAsPng(source, stream, new PngEncoder());

    public static void SaveAsPng(this Image source, Stream stream, PngEncoder encoder) => stream.Write(PngEncoding.Encode(source, encoder));

    public static void SaveAsJpeg(this Image source, Stream stream) => SaveAsJpeg(source, stream, new JpegEncoder());

    public static void SaveAsJpeg(this Image source, Stream stream, JpegEncoder encoder) => stream.Write(JpegEncoding.Encode(source, encoder));
}
