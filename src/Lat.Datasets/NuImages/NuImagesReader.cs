using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads nuImages: relational tables joined by token, each record met once. Only camera key frames are annotated.</summary>
internal sealed class NuImagesReader : IDatasetReader
{
    private const string Remedy = "Download the metadata again";
    private const string Prefix = "v1.0-";

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(NuImagesFormat.Name, root);
        var folder = DatasetFolder.Open(root, faults);
        var builder = new ImportBuilder(NuImagesClasses.Space, options, faults);
        var cameras = FormatParts.Choose(options.Parts, NuImagesFormat.Cameras, "camera", faults, root);
        foreach (var split in SplitsOf(folder, options, faults))
        {
            var tables = NuImagesTables.Read(folder[Prefix + split], faults, cancellation);
            var frames = ReadFrames(folder, split, tables, cameras, builder, faults, progress, cancellation);
            ReadBoxes(folder[Prefix + split, "object_ann.json"], tables, frames, builder, faults, progress, cancellation);
        }

        return builder.Build(root);
    }

    private static List<string> SplitsOf(DatasetFolder folder, ReadOptions options, ReadFaults faults)
    {
        var found = DatasetFolder.FolderNames(folder.Root).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).ToList();
        if (options.Split is { } wanted)
        {
            var split = wanted.StartsWith(Prefix, StringComparison.Ordinal) ? wanted[Prefix.Length..] : wanted;
            return found.Contains(split) ? [split] : throw faults.Stop(
                new RecordPlace(folder.Root), $"there is no split '{wanted}'", found.Count > 0 ? $"There are: {string.Join(", ", found)}" : "Unpack nuimages-v1.0-all-metadata.tgz here");
        }

        // The test split comes without annotations; the mini split repeats images of the others.
        var labelled = found.Where(name => name is "train" or "val").ToList();
        labelled = labelled.Count > 0 ? labelled : [.. found.Where(name => name == "mini")];
        return labelled.Count > 0 ? labelled : throw faults.Stop(
            new RecordPlace(folder.Root), $"holds no folder {Prefix}{{train,val,mini}}", "Unpack nuimages-v1.0-all-metadata.tgz here");
    }

    /// <summary>The key frames by token; null for those that are not read.</summary>
    private static Dictionary<string, ImportEntry?> ReadFrames(
        DatasetFolder folder, string split, NuImagesTables tables, IReadOnlySet<string> cameras, ImportBuilder builder, ReadFaults faults,
        IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var frames = new Dictionary<string, ImportEntry?>(StringComparer.Ordinal);
        foreach (var record in JsonRecords.Stream(folder[Prefix + split, "sample_data.json"], "sample_data", faults, progress, cancellation))
        {
            if (!record.Flag("is_key_frame"))
            {
                continue;
            }

            var (token, name, width, height) = (record.Text("token"), record.Text("filename"), record.Whole("width"), record.Whole("height"));
            var (sensor, sample, time) = (record.Text("calibrated_sensor_token"), record.Text("sample_token"), record.Whole("timestamp"));
            if (token is null || name is null || width is null || height is null || sensor is null || sample is null || time is null)
            {
                continue;
            }

            var entry = default(ImportEntry);
            if (!tables.Channels.TryGetValue(sensor, out var channel))
            {
                faults.Add(record.Place, $"'calibrated_sensor_token' is '{sensor}', but that table has no such token", Remedy);
            }
            else if (width is < 1 or > 100_000 || height is < 1 or > 100_000)
            {
                faults.Add(record.Place, FormattableString.Invariant($"the image is {width}x{height} pixels; expected 1 to 100000 a side"), Remedy);
            }
            else if (!tables.Logs.TryGetValue(sample, out var log))
            {
                faults.Add(record.Place, $"'sample_token' is '{sample}', but the table sample has no such token", Remedy);
            }
            else if (cameras.Contains(channel) && folder.Resolve(name, record.Place) is { } path)
            {
                entry = builder.AddImage(
                    record.Place, name, new ImageSize((int)width, (int)height), new FileImageSource(path), new FrameKey($"{log}/{channel}", time.Value));
            }

            if (!frames.TryAdd(token, entry))
            {
                faults.Add(record.Place, $"'token' is '{token}', which another record has, too", Remedy);
            }
        }

        return frames;
    }

    private static void ReadBoxes(
        string path, NuImagesTables tables, Dictionary<string, ImportEntry?> frames, ImportBuilder builder, ReadFaults faults,
        IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in JsonRecords.Stream(path, "object_ann", faults, progress, cancellation))
        {
            var (token, category, frame) = (record.Text("token"), record.Text("category_token"), record.Text("sample_data_token"));
            var box = record.Numbers("bbox", 4, "[xmin, ymin, xmax, ymax]");
            if (token is null || category is null || frame is null || box is null)
            {
                continue;
            }

            if (!tokens.Add(token))
            {
                faults.Add(record.Place, $"'token' is '{token}', which another record has, too", Remedy);
            }
            else if (!tables.Categories.TryGetValue(category, out var classIndex))
            {
                faults.Add(record.Place, $"'category_token' is '{category}', but the table category has no such token", Remedy);
            }
            else if (!frames.TryGetValue(frame, out var entry))
            {
                faults.Add(record.Place, $"'sample_data_token' is '{frame}', but no key frame has that token", Remedy);
            }
            else if (entry is not null && classIndex is { } known)
            {
                builder.AddBox(entry, record.Place, new RawBox(box[0], box[1], box[2], box[3]), known);
            }
            else if (entry is not null && !NuImagesClasses.IsSurface(tables.CategoryNames[category]))
            {
                builder.AddUnknownClass(record.Place, tables.CategoryNames[category]);
            }
        }
    }
}
