using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a COCO dataset: its file in one pass, then joins the three lists by their ids.</summary>
internal sealed class CocoReader : IDatasetReader
{
    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(CocoFormat.Name, root);
        var path = CocoLayout.FindAnnotations(root, options.Split, faults);
        var file = CocoFile.Read(path, faults, progress, cancellation);
        var builder = new ImportBuilder(file.Categories.ToSpace(path, faults), options, faults);
        AddAnnotations(path, file, AddImages(path, file, builder, faults), builder, faults);
        return builder.Build(root);
    }

    /// <summary>The images by id; null for those that are skipped or refused.</summary>
    private static Dictionary<long, ImportEntry?> AddImages(string path, CocoFile file, ImportBuilder builder, ReadFaults faults)
    {
        var layout = new CocoLayout(path);
        var images = new Dictionary<long, ImportEntry?>(file.Images.Count);
        foreach (var (index, id, name, size, frame) in file.Images)
        {
            var place = new RecordPlace(path, "images", index);
            var entry = default(ImportEntry);
            if (size is { } known)
            {
                var (source, isThere) = ImageName.ProblemOf(name) is null ? layout.Find(name) : default;
                entry = builder.AddImage(place, name, known, source, frame, isThere);
            }

            if (!images.TryAdd(id, entry))
            {
                faults.Add(place, FormattableString.Invariant($"'id' is {id}, which another image has, too"), "Give each image an id of its own");
            }
        }

        return images;
    }

    private static void AddAnnotations(
        string path, CocoFile file, Dictionary<long, ImportEntry?> images, ImportBuilder builder, ReadFaults faults)
    {
        var ids = new HashSet<long>(file.Annotations.Count);
        foreach (var row in file.Annotations)
        {
            var place = new RecordPlace(path, "annotations", row.Index);
            if (row.Id is { } id && !ids.Add(id))
            {
                faults.Add(place, FormattableString.Invariant($"'id' is {id}, which another annotation has, too"), "Give each annotation an id of its own");
            }
            else if (!images.TryGetValue(row.ImageId, out var image))
            {
                faults.Add(place, FormattableString.Invariant($"'image_id' is {row.ImageId}, but there is no image with that id"), "Remove the annotation, or add the image");
            }
            else if (file.Categories.IndexOf(row.CategoryId) is not { } classIndex)
            {
                builder.AddUnknownClass(place, FormattableString.Invariant($"category_id {row.CategoryId}"));
            }
            else if (image is not null)
            {
                Add(row, classIndex, image, place, builder);
            }
        }
    }

    private static void Add(in CocoAnnotationRow row, int classIndex, ImportEntry image, RecordPlace place, ImportBuilder builder)
    {
        var box = row.Provenance?.Corners ?? RawBox.FromXywh(row.X, row.Y, row.Width, row.Height);
        var area = double.IsNaN(row.Area) || row.Area == row.Width * row.Height ? (double?)null : row.Area;
        if (row.Provenance is not { } provenance)
        {
            builder.AddBox(image, place, box, classIndex, row.IsCrowd, row.IsIgnored, area);
            return;
        }

        builder.AddBox(image, place, box, new Annotation(default, classIndex)
        {
            Confidence = provenance.Confidence,
            IsCrowd = row.IsCrowd,
            IsIgnored = row.IsIgnored,
            Origin = provenance.Origin,
            SourceIndex = provenance.SourceIndex,
            Area = area,
        });
    }
}
