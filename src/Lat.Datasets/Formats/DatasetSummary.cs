using Lat.Core;

namespace Lat.Datasets;

/// <summary>What a dataset that was read holds, in numbers; pixels are not looked at.</summary>
public sealed record DatasetSummary
{
    /// <summary>The format's name.</summary>
    public required string Format { get; init; }

    public required int Images { get; init; }

    /// <summary>Images that have no box at all.</summary>
    public required int ImagesWithoutBoxes { get; init; }

    /// <summary>Boxes of all classes, crowds and ignored ones included.</summary>
    public required int Boxes { get; init; }

    /// <summary>Videos; 0 where images are single photographs.</summary>
    public required int Sequences { get; init; }

    /// <summary>In the order of the label space, classes without a box included.</summary>
    public required EquatableArray<ClassCounts> Classes { get; init; }

    /// <summary>How many images there are of each size (`1920x1080`).</summary>
    public required NamedMap<int> ImageSizes { get; init; }

    /// <summary>How many boxes there are below 32x32 pixels, below 96x96, and larger, as COCO's metric divides them.</summary>
    public required NamedMap<int> BoxSizes { get; init; }

    /// <summary>Counts and warnings of the reading.</summary>
    public required FormatReport Report { get; init; }

    /// <summary>Counts a dataset.</summary>
    public static DatasetSummary Of(ImportedDataset dataset)
    {
        var set = dataset.Annotations;
        var classes = new ClassCounts[set.LabelSpace.Count];
        for (var index = 0; index < classes.Length; index++)
        {
            classes[index] = new ClassCounts(set.LabelSpace[index].Value, 0, 0, 0);
        }

        var (small, medium, large) = (0, 0, 0);
        foreach (var annotation in set.Images.SelectMany(image => image.Annotations))
        {
            var counts = classes[annotation.ClassIndex];
            classes[annotation.ClassIndex] = counts with
            {
                Boxes = counts.Boxes + 1,
                Crowds = counts.Crowds + (annotation.IsCrowd ? 1 : 0),
                Ignored = counts.Ignored + (annotation.IsIgnored ? 1 : 0),
            };
            var area = annotation.Area ?? annotation.Box.Area;
            (small, medium, large) = area < 32 * 32 ? (small + 1, medium, large) : area < 96 * 96 ? (small, medium + 1, large) : (small, medium, large + 1);
        }

        return new DatasetSummary
        {
            Format = dataset.Report.Format,
            Images = set.Images.Count,
            ImagesWithoutBoxes = set.Images.Count(image => image.Annotations.Count == 0),
            Boxes = set.AnnotationCount,
            Sequences = dataset.Images.Select(image => image.Frame?.Sequence).Where(sequence => sequence is not null).Distinct(StringComparer.Ordinal).Count(),
            Classes = [.. classes],
            ImageSizes = NamedMap.Create(set.Images.GroupBy(image => image.Size.ToString(), StringComparer.Ordinal).Select(group => (group.Key, group.Count()))),
            BoxSizes = NamedMap.Create(("large", large), ("medium", medium), ("small", small)),
            Report = dataset.Report,
        };
    }
}
