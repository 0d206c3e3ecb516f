using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads one label file of ACDC: COCO's three lists, with images of one condition or, by mistake, of all.</summary>
internal sealed class AcdcFileReader(AcdcFile file, DatasetFolder folder, string[] conditions, ImportBuilder builder, ReadFaults faults)
{
    private const string Remedy = "Correct the file, or download it again";
    private const string CombinedRemedy =
        "Nothing need be done: every image is counted once; the file is the combined one under another name";

    private readonly Dictionary<long, string?> _categories = [];
    private readonly Dictionary<long, ImportEntry?> _images = [];
    private readonly HashSet<long> _annotations = [];
    private bool _isCombined;

    public void Read()
    {
        using var document = JsonRecords.Open(file.Path, faults, out var root);
        foreach (var category in root.Objects("categories"))
        {
            if (category.Whole("id") is { } id && category.Text("name") is { } name && !_categories.TryAdd(id, name))
            {
                faults.Add(category.Place.At("id"), FormattableString.Invariant($"is {id}, which another category has, too"), Remedy);
            }
        }

        foreach (var image in root.Objects("images"))
        {
            ReadImage(image);
        }

        foreach (var annotation in root.Objects("annotations"))
        {
            ReadAnnotation(annotation);
        }
    }

    private void ReadImage(JsonRecord record)
    {
        if (record.Whole("id") is not { } id || record.Text("file_name") is not { } given
            || record.Whole("width") is not { } width || record.Whole("height") is not { } height)
        {
            return;
        }

        if (_images.ContainsKey(id))
        {
            faults.Add(record.Place.At("id"), FormattableString.Invariant($"is {id}, which another image has, too"), Remedy);
        }
        else if (width is < 1 or > 100_000 || height is < 1 or > 100_000)
        {
            faults.Add(record.Place, FormattableString.Invariant($"is {width}x{height} pixels; expected 1 to 100000"), Remedy);
        }
        else
        {
            _images.Add(id, AddImage(record, AcdcImageName.Parse(given, file), new ImageSize((int)width, (int)height)));
        }
    }

    /// <summary>Null for an image that another file has, that is not asked for, or that was refused: its boxes are passed over.</summary>
    private ImportEntry? AddImage(JsonRecord record, AcdcImageName name, ImageSize size)
    {
        if (file.Condition is { } own && name.Condition != own)
        {
            if (!_isCombined)
            {
                _isCombined = true;
                faults.Warn("files of one condition that hold all", record.Place, $"the file of '{own}' holds the image '{name.Path}'", CombinedRemedy);
            }

            if (File.Exists(folder["gt_detection", name.Condition, $"instancesonly_{name.Condition}_{file.Split}_gt_detection.json"]))
            {
                faults.Count("images passed over: the file of their own condition has them");
                return null;
            }
        }

        if (!conditions.Contains(name.Condition))
        {
            faults.Count("images passed over: condition not asked for");
            return null;
        }

        var source = ImageName.ProblemOf(name.Path) is null ? new FileImageSource(folder["rgb_anon", name.Path]) : null;
        return builder.AddImage(record.Place, name.Path, size, source, name.Frame);
    }

    private void ReadAnnotation(JsonRecord record)
    {
        if (record.Has("id") && record.Whole("id") is { } id && !_annotations.Add(id))
        {
            faults.Add(record.Place.At("id"), FormattableString.Invariant($"is {id}, which another annotation has, too"), Remedy);
        }

        if (record.Whole("image_id") is not { } imageId || record.Whole("category_id") is not { } categoryId)
        {
            return;
        }

        if (!_images.TryGetValue(imageId, out var image))
        {
            faults.Add(record.Place.At("image_id"), FormattableString.Invariant($"is {imageId}, but there is no image with that id"), Remedy);
        }
        else if (!_categories.TryGetValue(categoryId, out var category))
        {
            faults.Add(record.Place.At("category_id"), FormattableString.Invariant($"is {categoryId}, but there is no such category"), Remedy);
        }
        else if (AcdcClasses.Find(category ?? "") is not { } classIndex)
        {
            builder.AddUnknownClass(record.Place.At("category_id"), category);
        }
        else if (record.Numbers("bbox", 4, "[x, y, width, height]") is [var x, var y, var width, var height] && image is not null)
        {
            builder.AddBox(
                image, record.Place.At("bbox"), RawBox.FromXywh(x, y, width, height), classIndex, record.Flag("iscrowd"), record.Flag("ignore"));
        }
    }
}
