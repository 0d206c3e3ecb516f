using Lat.Core;

namespace Lat.Imaging;

/// <summary>One image on its way into a pack.</summary>
/// <param name="FileName">The name that it is found by, unique in the pack.</param>
/// <param name="Image">The pixels.</param>
public sealed record PackedImage(string FileName, RgbImage Image);
