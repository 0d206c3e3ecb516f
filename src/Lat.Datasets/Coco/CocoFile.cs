using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// The three lists of a COCO annotation file, read in one pass in whatever order they stand; `segmentation` and all else that no box needs is
/// passed over.
/// </summary>
internal sealed class CocoFile
{
    private readonly string _path;
    private readonly ReadFaults _faults;

    private CocoFile(string path, ReadFaults faults) => (_path, _faults) = (path, faults);

    /// <summary>The sound images, in the order of the file.</summary>
    public List<CocoImageRow> Images { get; } = [];

    /// <summary>The sound annotations, in the order of the file.</summary>
    public List<CocoAnnotationRow> Annotations { get; } = [];

    /// <summary>The categories.</summary>
    public CocoCategories Categories { get; } = new();

    /// <summary>Reads a file; what is wrong with single records is noted, and they are left out.</summary>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or lacks one of the lists.</exception>
    public static CocoFile Read(string path, ReadFaults faults, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var file = new CocoFile(path, faults);
        JsonRecords.ReadRoot(
            path,
            new JsonRootContent(
            [
                new JsonRootList("images", file.TryReadImage, (index, json) => file.ReadOdd("images", index, json, file.AddImage)),
                new JsonRootList("annotations", file.TryReadAnnotation, (index, json) => file.ReadOdd("annotations", index, json, file.AddAnnotation)),
                new JsonRootList("categories", TryReadCategory, (index, json) => file.ReadOdd("categories", index, json, file.Categories.Add)),
            ]),
            faults,
            progress,
            cancellation);
        return file;
    }

    private ElementOutcome TryReadImage(ref Utf8JsonReader reader, long index)
    {
        var outcome = CocoImageParser.TryRead(ref reader, index, out var row);
        if (outcome == ElementOutcome.Read)
        {
            Images.Add(row);
        }

        return outcome;
    }

    private ElementOutcome TryReadAnnotation(ref Utf8JsonReader reader, long index)
    {
        var outcome = CocoAnnotationParser.TryRead(ref reader, out var row);
        if (outcome == ElementOutcome.Read)
        {
            row.Index = index;
            Annotations.Add(row);
        }

        return outcome;
    }

    /// <summary>There are few of them.</summary>
    private static ElementOutcome TryReadCategory(ref Utf8JsonReader reader, long index) => ElementOutcome.Odd;

    private void AddImage(JsonRecord record)
    {
        if (CocoImageParser.Read(record) is { } row)
        {
            Images.Add(row);
        }
    }

    private void AddAnnotation(JsonRecord record)
    {
        if (CocoAnnotationParser.Read(record) is { } row)
        {
            Annotations.Add(row);
        }
    }

    private void ReadOdd(string list, long index, ReadOnlySpan<byte> json, Action<JsonRecord> read)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var place = new RecordPlace(_path, list, index);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            read(new JsonRecord(document.RootElement, place, _faults));
        }
        else
        {
            _faults.Add(place, $"is {JsonRecord.Describe(document.RootElement)}; expected an object", "Correct it, or download the file again");
        }
    }
}
