using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Puts datasets together. Label spaces are laid end to end, never joined by name: `car` of one dataset and `car` of another are drawn by
/// different rules (paper, section 3.1.1), and bringing them together is what label transfer is for. Linear in images and boxes.
/// </summary>
public static class DatasetMerge
{
    /// <summary>Merges datasets in the order given; every class and image takes its dataset's name in front.</summary>
    /// <exception cref="LatException">A dataset's name stands twice, or a class name becomes too long.</exception>
    public static MergedDataset Concatenate(IReadOnlyList<(DatasetName Name, AnnotationSet Annotations, EquatableArray<ImportedImage> Images)> datasets)
    {
        ArgumentOutOfRangeException.ThrowIfZero(datasets.Count);
        var twice = datasets.GroupBy(dataset => dataset.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new LatException($"The dataset '{twice.Key}' is merged with itself. Give each dataset a name of its own.");
        }

        var classes = new List<ClassName>();
        var images = new List<AnnotatedImage>();
        var parts = new List<MergePart>();
        foreach (var (name, annotations, _) in datasets)
        {
            var firstClass = classes.Count;
            parts.Add(new MergePart(name, firstClass, annotations.LabelSpace.Count, images.Count, annotations.Images.Count));
            classes.AddRange(annotations.LabelSpace.Classes.Select(own => Prefix(name, own)));
            images.AddRange(annotations.Images.Select(image => image with
            {
                FileName = $"{name}/{image.FileName}",
                Annotations = image.Annotations.Select(label => label with { ClassIndex = firstClass + label.ClassIndex }).ToEquatableArray(),
            }));
        }

        return new MergedDataset(new AnnotationSet(new LabelSpace(classes), images), Sources(datasets), parts.ToEquatableArray());
    }

    private static ClassName Prefix(DatasetName dataset, ClassName name)
    {
        var joined = $"{dataset}/{name}";
        return ClassName.IsValid(joined)
            ? new ClassName(joined)
            : throw new LatException($"The class '{name}' of '{dataset}' becomes '{joined}'. {ClassName.ValidValues} Give the dataset a shorter name.");
    }

    /// <summary>Datasets without pixels give images without a source, so that positions still fit.</summary>
    private static EquatableArray<ImportedImage> Sources(
        IReadOnlyList<(DatasetName Name, AnnotationSet Annotations, EquatableArray<ImportedImage> Images)> datasets) =>
        datasets.All(dataset => dataset.Images.Count == 0)
            ? []
            : datasets.SelectMany(dataset => dataset.Images.Count == 0
                ? Enumerable.Repeat(default(ImportedImage), dataset.Annotations.Images.Count)
                : dataset.Images.Select(image => image.Frame is { } frame
                    ? image with { Frame = frame with { Sequence = $"{dataset.Name}/{frame.Sequence}" } }
                    : image)).ToEquatableArray();
}
