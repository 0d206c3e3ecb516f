using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads Synscapes: one JSON file of metadata for each image.</summary>
internal sealed class SynscapesReader : IDatasetReader
{
    public const string Rgb = "rgb";
    public const string Rgb2K = "rgb-2k";
    private const int ReportEvery = 256;

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("synscapes", root);
        var folder = DatasetFolder.Open(root, faults);
        if (options.Split is { } split)
        {
            faults.Stop(new RecordPlace(root), $"the split '{split}' is unknown: Synscapes has no splits", "Ask for none, and choose a subset");
        }

        var variant = options.Variant ?? Rgb;
        if (variant is not (Rgb or Rgb2K))
        {
            faults.Stop(new RecordPlace(root), $"the variant '{variant}' is unknown", $"Ask for {Rgb} or {Rgb2K}");
        }

        var builder = new ImportBuilder(SynscapesClasses.Space, options, faults);
        var files = folder.Files(folder["meta"], ".json");
        if (files.Count == 0)
        {
            faults.Stop(new RecordPlace(folder["meta"]), "there is no meta/*.json", "Name the folder that holds `img` and `meta`");
        }

        for (var index = 0; index < files.Count; index++)
        {
            if (index % ReportEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress("reading meta", index, files.Count));
            }

            var name = Path.GetFileNameWithoutExtension(files[index]) + ".png";
            ReadImage(files[index], name, new FileImageSource(folder["img", variant, name]), variant, builder, faults);
        }

        builder.LeaveOut(folder, folder["img", variant], path => path.EndsWith(".png", StringComparison.Ordinal), "Add its file to meta if it should count");
        return builder.Build(root);
    }

    private static void ReadImage(string path, string name, FileImageSource source, string variant, ImportBuilder builder, ReadFaults faults)
    {
        using var document = JsonRecords.Open(path, faults, out var meta);
        if (meta.Child("instance") is not { } instances || SizeOf(source, variant, faults) is not { } size)
        {
            return;
        }

        var image = builder.AddImage(new RecordPlace(path), name, size, source);
        var classes = SynscapesTable.Numbers(instances, "class", isRequired: true);
        var occluded = SynscapesTable.Numbers(instances, "occluded", isRequired: false);
        if (instances.Child("bbox2d") is not { } boxes)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in boxes.Json.EnumerateObject())
        {
            if (SynscapesTable.NameOf(property) is not { } id)
            {
                faults.Add(boxes.Place, "has an instance whose id is no text", "Download the file again");
                continue;
            }

            var place = boxes.Place.At(id);
            if (!seen.Add(id))
            {
                faults.Add(place, "stands twice", "Download the file again");
            }
            else if (property.Value.ValueKind != JsonValueKind.Object)
            {
                faults.Add(place, $"is {JsonRecord.Describe(property.Value)}; expected an object", "Download the file again");
            }
            else if (!classes.TryGetValue(id, out var classId))
            {
                faults.Add(place, "has a box, but no entry in 'class'", "Download the file again");
            }
            else
            {
                AddBox(new JsonRecord(property.Value, place, faults), (long)classId, occluded.GetValueOrDefault(id) >= 1, image, size, builder);
            }
        }
    }

    private static void AddBox(JsonRecord box, long classId, bool isHidden, ImportEntry? image, ImageSize size, ImportBuilder builder)
    {
        if (SynscapesClasses.Find(classId) is not { } classIndex)
        {
            if (SynscapesClasses.IsKnown(classId))
            {
                box.Faults.Count("instances skipped: no evaluated object class");
            }
            else
            {
                builder.AddUnknownClass(box.Place, FormattableString.Invariant($"{classId}"));
            }

            return;
        }

        if (box.Number("xmin") is { } x1 && box.Number("ymin") is { } y1 && box.Number("xmax") is { } x2 && box.Number("ymax") is { } y2
            && image is not null)
        {
            var raw = new RawBox(x1 * size.Width, y1 * size.Height, x2 * size.Width, y2 * size.Height);
            builder.AddBox(image, box.Place, raw, classIndex, isIgnored: isHidden);
        }
    }

    private static ImageSize? SizeOf(FileImageSource source, string variant, ReadFaults faults)
    {
        if (source.Exists)
        {
            try
            {
                return ImageHeader.Read(source);
            }
            catch (LatException exception)
            {
                faults.Add(new RecordPlace(source.Path), "is no PNG image that can be read: " + exception.Message.TrimEnd('.'), "Download it again");
                return null;
            }
        }

        return variant == Rgb2K ? new ImageSize(2048, 1024) : new ImageSize(1440, 720);
    }
}
