using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// The true labels of one image in every space, so that a transferred label can be called right or wrong. It is for evaluation only:
/// nothing that trains or transfers may read it. The labels of one object share its <see cref="Annotation.ObjectId"/> across the spaces.
/// </summary>
public sealed record StreetsTruth(EquatableArray<Annotation> Mid, EquatableArray<Annotation> Fine, EquatableArray<Annotation> Coarse)
{
    /// <summary>The labels in one space.</summary>
    public EquatableArray<Annotation> this[StreetsSpace space] => space switch
    {
        StreetsSpace.Mid => Mid,
        StreetsSpace.Fine => Fine,
        StreetsSpace.Coarse => Coarse,
        _ => throw new ArgumentOutOfRangeException(nameof(space), space, null),
    };

    /// <summary>The true labels of a dataset's images in any space, whatever the space it was made in.</summary>
    public static AnnotationSet AnnotationsIn(StreetsSpace space, IEnumerable<StreetsExample> examples) => new(
        StreetsLabelSpaces.Of(space),
        examples.Select(example => new AnnotatedImage(example.FileName, example.Image.Size, example.Truth[space])));
}
