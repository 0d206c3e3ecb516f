using Lat.Core;

namespace Lat.Imaging;

/// <summary>Where one image lies in a pack.</summary>
internal sealed record PackEntry(string FileName, ImageSize Size, long Offset)
{
    public long ByteCount => Size.PixelCount * 3;
}
