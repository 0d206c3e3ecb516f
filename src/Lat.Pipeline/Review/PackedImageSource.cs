using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>An image of a pack, encoded when it is opened: PNG, or JPEG where its name says so.</summary>
/// <param name="Pack">The path of the pack.</param>
/// <param name="FileName">The image's name.</param>
internal sealed record PackedImageSource(string Pack, string FileName) : ImageSource
{
    private const int JpegQuality = 95;

    /// <inheritdoc />
    public override string File => Pack;

    /// <inheritdoc />
    public override string Location => $"{Pack}, image {FileName}";

    /// <inheritdoc />
    public override bool Exists => System.IO.File.Exists(Pack);

    /// <inheritdoc />
    public override Stream Open()
    {
        using var images = PackedImages.Open(Pack);
        var position = images.IndexOf(FileName) ?? throw new LatException($"The pack '{Pack}' lacks the image '{FileName}'. Run the target Import again.");
        return new MemoryStream(Encode(images.Read(position)), writable: false);
    }

    private byte[] Encode(RgbImage pixels) => FileName.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || FileName.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
        ? ImageCodec.EncodeJpeg(pixels, JpegQuality)
        : ImageCodec.EncodePng(pixels);
}
