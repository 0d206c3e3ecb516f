using Lat.Core;

namespace Lat.Datasets;

/// <summary>An image of one number a pixel, row by row from the top: labels, not light.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Pixels">[height * width].</param>
internal sealed record GrayImage(ImageSize Size, ushort[] Pixels);
