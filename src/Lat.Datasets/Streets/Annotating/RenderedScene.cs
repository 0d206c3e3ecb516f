using Lat.Core;

namespace Lat.Datasets;

/// <summary>A drawn scene: the pixels, and where each object is in them.</summary>
/// <param name="Image">The pixels.</param>
/// <param name="Objects">All objects of the scene that reach into the image, in the order of their ids.</param>
public sealed record RenderedScene(RgbImage Image, EquatableArray<RenderedObject> Objects);
