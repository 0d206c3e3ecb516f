using Lat.Core;

namespace Lat.Imaging;

/// <summary>A changed image and the labels that are left of its own, moved with it.</summary>
/// <param name="Image">The pixels, of the size that the image had unless short sides were given to draw from.</param>
/// <param name="Annotations">The labels, in their order, without those that left the image.</param>
public sealed record AugmentedImage(RgbImage Image, EquatableArray<Annotation> Annotations);
