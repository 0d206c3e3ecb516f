using Lat.Core;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace Lat.Imaging;

/// <summary>
/// Image files to pixels and back. Grey, palette and 16-bit files become 8-bit RGB; alpha is dropped; EXIF does not turn an image.
/// </summary>
public static class ImageCodec
{
    /// <exception cref="LatException">The file is missing, is no image that can be read, or is damaged.</exception>
    public static RgbImage Decode(string path) => Decode(ReadFile(path), path);

    /// <param name="stream">Read to its end from where it stands.</param>
    /// <param name="nameForErrors">What a message calls the image.</param>
    /// <exception cref="LatException">The bytes are no image that can be read, or are damaged.</exception>
    public static RgbImage Decode(Stream stream, string nameForErrors)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Decode(memory.GetBuffer().AsSpan(0, (int)memory.Length), nameForErrors);
    }

    /// <param name="bytes">A whole image file.</param>
    /// <param name="nameForErrors">What a message calls the image.</param>
    /// <exception cref="LatException">The bytes are no image that can be read, or are damaged.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> bytes, string nameForErrors)
    {
        ImageFileEnd.ThrowIfMissing(bytes, nameForErrors);
        try
        {
            using var image = Image.Load<Rgb24>(bytes);
            var decoded = new RgbImage(new ImageSize(image.Width, image.Height));
            image.CopyPixelDataTo(decoded.Pixels);
            return decoded;
        }
        catch (ImageFormatException fault)
        {
            throw ImageFault.Unreadable(nameForErrors, bytes.Length, fault);
        }
    }

    /// <summary>The size that the file's header claims, without decoding the pixels.</summary>
    /// <exception cref="LatException">The file is missing, or its header is no image's.</exception>
    public static ImageSize ReadSize(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            try
            {
                var info = Image.Identify(stream);
                return new ImageSize(info.Width, info.Height);
            }
            catch (Exception fault) when (fault is ImageFormatException or ArgumentOutOfRangeException)
            {
                throw ImageFault.Unreadable(path, stream.Length, fault);
            }
        }
        catch (Exception fault) when (ImageFault.IsAccess(fault))
        {
            throw ImageFault.Inaccessible(path, fault);
        }
    }

    /// <summary>A PNG: the same bytes for the same pixels, and the same pixels back.</summary>
    public static byte[] EncodePng(RgbImage image) => Encode(image, (pixels, stream) => pixels.SaveAsPng(stream, new PngEncoder()));

    /// <param name="image">The pixels.</param>
    /// <param name="quality">1 (smallest) to 100 (best).</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not in [1, 100].</exception>
    public static byte[] EncodeJpeg(RgbImage image, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        return Encode(image, (pixels, stream) => pixels.SaveAsJpeg(stream, new JpegEncoder { Quality = quality }));
    }

    private static byte[] Encode(RgbImage image, Action<Image<Rgb24>, Stream> save)
    {
        using var pixels = Image.LoadPixelData<Rgb24>(image.Pixels, image.Width, image.Height);
        using var stream = new MemoryStream();
        save(pixels, stream);
        return stream.ToArray();
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (ImageFault.IsAccess(fault))
        {
            throw ImageFault.Inaccessible(path, fault);
        }
    }
}
