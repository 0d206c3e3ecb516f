using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Reads a COCO dataset of any size in memory that grows with its labels only: the three lists are streamed, `segmentation` is passed over.
/// </summary>
internal sealed class CocoReader : IDatasetReader
{
    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(CocoFormat.Name, root);
        var path = CocoLayout.FindAnnotations(root, options.Split, faults);
        var classes = new CocoCategories(path, faults);
        var builder = new ImportBuilder(classes.Space, options, faults);
        var images = ReadImages(path, builder, faults, progress, cancellation);
        ReadAnnotations(path, classes, images, builder, faults, progress, cancellation);
        return builder.Build(root);
    }

    /// <summary>The images by id; null for those that are skipped or refused.</summary>
    private static Dictionary<long, ImportEntry?> ReadImages(
        string path, ImportBuilder builder, ReadFaults faults, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var layout = new CocoLayout(path);
        var images = new Dictionary<long, ImportEntry?>();
        foreach (var record in JsonRecords.Stream(path, "images", faults, progress, cancellation))
        {
            var (id, name, width, height) = (record.Whole("id"), record.Text("file_name"), record.Whole("width"), record.Whole("height"));
            if (id is null || name is null || width is null || height is null)
            {
                continue;
            }

            var entry = default(ImportEntry);
            if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue)
            {
                faults.Add(record.Place, FormattableString.Invariant($"is {width}x{height} pixels; expected at least 1x1"), "Correct the size");
            }
            else
            {
                var source = ImageName.ProblemOf(name) is null ? layout.Find(name) : null;
                entry = builder.AddImage(record.Place, name, new ImageSize((int)width, (int)height), source, FrameOf(record));
            }

            if (!images.TryAdd(id.Value, entry))
            {
                faults.Add(record.Place, FormattableString.Invariant($"'id' is {id}, which another image has, too"), "Give each image an id of its own");
            }
        }

        return images;
    }

    private static void ReadAnnotations(
        string path, CocoCategories classes, Dictionary<long, ImportEntry?> images, ImportBuilder builder, ReadFaults faults,
        IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var ids = new HashSet<long>();
        foreach (var record in JsonRecords.Stream(path, "annotations", faults, progress, cancellation))
        {
            if (record.Has("id") && record.Whole("id") is { } id && !ids.Add(id))
            {
                faults.Add(record.Place, FormattableString.Invariant($"'id' is {id}, which another annotation has, too"), "Give each annotation an id of its own");
                continue;
            }

            var (imageId, categoryId, box) = (record.Whole("image_id"), record.Whole("category_id"), record.Numbers("bbox", 4, "[x, y, width, height]"));
            if (imageId is null || categoryId is null || box is null)
            {
                continue;
            }

            if (!images.TryGetValue(imageId.Value, out var image))
            {
                faults.Add(record.Place, FormattableString.Invariant($"'image_id' is {imageId}, but there is no image with that id"), "Remove the annotation, or add the image");
            }
            else if (classes.IndexOf(categoryId.Value) is not { } classIndex)
            {
                builder.AddUnknownClass(record.Place, FormattableString.Invariant($"category_id {categoryId}"));
            }
            else if (image is not null && CocoTemplate.Read(record, classIndex, box) is { } template)
            {
                builder.AddBox(image, record.Place, CocoCorners.Refine(record.Json, RawBox.FromXywh(box[0], box[1], box[2], box[3])), template);
            }
        }
    }

    /// <summary>Video datasets in COCO's form carry `video_id` and `frame_id`.</summary>
    private static FrameKey? FrameOf(JsonRecord record) =>
        record.Has("video_id") && record.Has("frame_id") && record.Whole("video_id") is { } video && record.Whole("frame_id") is { } frame
            ? new FrameKey(FormattableString.Invariant($"{video}"), frame)
            : null;
}
