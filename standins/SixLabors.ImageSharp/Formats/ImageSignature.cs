namespace SixLabors.ImageSharp.Formats;

/// <summary>What the first bytes of a file say that it is, whatever its name.</summary>
internal enum ImageSignature
{
    Jpeg,
    Png,
}
