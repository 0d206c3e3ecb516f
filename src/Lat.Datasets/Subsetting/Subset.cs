using Lat.Core;

namespace Lat.Datasets;

/// <summary>Parts of a dataset.</summary>
public static class Subset
{
    /// <summary>
    /// The chosen images in the set's own order. The choice depends on the names of the images, not on their order, and a larger count
    /// keeps every image of a smaller one.
    /// </summary>
    public static AnnotationSet Choose(AnnotationSet set, SubsetOptions options)
    {
        if (options.Count is not { } count || count >= set.Images.Count)
        {
            return set;
        }

        var chosen = set.Images
            .Select(image => image.FileName)
            .OrderBy(name => options.Seed.Derive(name).Value)
            .ThenBy(name => name, StringComparer.Ordinal)
            .Take(count)
            .ToHashSet(StringComparer.Ordinal);
        return new AnnotationSet(set.LabelSpace, set.Images.Where(image => chosen.Contains(image.FileName)));
    }

    /// <summary>The same images with only the annotations that pass; images that keep none stay.</summary>
    public static AnnotationSet FilterAnnotations(this AnnotationSet set, Func<AnnotatedImage, Annotation, bool> keep) => new(
        set.LabelSpace,
        set.Images.Select(image => image with
        {
            Annotations = image.Annotations.Where(annotation => keep(image, annotation)).ToEquatableArray(),
        }));
}
