using Lat.Core;

namespace Lat.Detection;

/// <summary>One image as it goes into a training step: resized and augmented already, its boxes with it.</summary>
/// <param name="Image">The pixels.</param>
/// <param name="Annotations">The labels, in pixels of this image; their class indices are those of the image's own label space.</param>
public sealed record TrainingExample(RgbImage Image, EquatableArray<Annotation> Annotations)
{
    /// <summary>The image's label space inside the head; null where the head has only one.</summary>
    public LabelSpaceSlice? Slice { get; init; }
}
