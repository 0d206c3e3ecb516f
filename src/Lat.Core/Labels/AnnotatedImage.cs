namespace Lat.Core;

/// <summary>One image of a set and its labels. Images without an object have none, and are kept: they count in precision.</summary>
/// <param name="FileName">The image's name, unique in its set; the key that annotations, detections and pixels are joined by.</param>
/// <param name="Size">The size of the image that the boxes refer to.</param>
/// <param name="Annotations">The labels, in the dataset's own order.</param>
public sealed record AnnotatedImage(string FileName, ImageSize Size, EquatableArray<Annotation> Annotations);
