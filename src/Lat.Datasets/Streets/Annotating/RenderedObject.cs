using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where an object of a scene ended up in the image.</summary>
/// <param name="Item">The object.</param>
/// <param name="FullBox">Its full extent, whatever hides it, cut at the edge of the image.</param>
/// <param name="VisibleBox">The bounds of its visible pixels; null where it is hidden.</param>
/// <param name="FullArea">Pixels inside the image that it would show if nothing hid it.</param>
/// <param name="VisibleArea">Pixels that it shows.</param>
public sealed record RenderedObject(StreetObject Item, Box FullBox, Box? VisibleBox, double FullArea, double VisibleArea);
