using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// provenance/{split}.json, which Lat writes beside labels/ and other tools pass over: the size of each image, and for each line of its
/// label file the exact corners, the confidence, the origin and the source.
/// </summary>
internal static class YoloProvenance
{
    public const string Folder = "provenance";

    /// <summary>The records of the splits by the name of the image; a split without the file has none.</summary>
    public static Dictionary<string, YoloImageRecord> Read(string root, IEnumerable<string> splits, ReadFaults faults)
    {
        var records = new Dictionary<string, YoloImageRecord>(StringComparer.Ordinal);
        foreach (var path in splits.Select(split => Path.Join(root, Folder, split + ".json")).Where(File.Exists))
        {
            foreach (var record in JsonRecords.Stream(path, "images", faults))
            {
                if (record.Text("image") is { } name && record.Whole("width") is { } width && record.Whole("height") is { } height
                    && width is >= 1 and <= 100_000 && height is >= 1 and <= 100_000)
                {
                    records[name] = new YoloImageRecord(
                        name, new ImageSize((int)width, (int)height), [.. record.Objects("labels").Select(ReadLabel)]);
                }
            }
        }

        return records;
    }

    public static void Write(Utf8JsonWriter json, AnnotatedImage image, IEnumerable<Annotation> labels)
    {
        json.WriteStartObject();
        json.WriteString("image", image.FileName);
        json.WriteNumber("width", image.Size.Width);
        json.WriteNumber("height", image.Size.Height);
        json.WriteStartArray("labels");
        foreach (var label in labels)
        {
            json.WriteStartObject();
            json.WriteStartArray("corners");
            json.WriteNumberValue(label.Box.X1);
            json.WriteNumberValue(label.Box.Y1);
            json.WriteNumberValue(label.Box.X2);
            json.WriteNumberValue(label.Box.Y2);
            json.WriteEndArray();
            json.WriteNumber("score", label.Confidence);
            json.WriteString("origin", CocoOrigin.ToText(label.Origin));
            if (label.SourceIndex is { } source)
            {
                json.WriteNumber("source_annotation", source);
            }

            if (label.Area is { } area && area != label.Box.Area)
            {
                json.WriteNumber("area", area);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static YoloLabelRecord ReadLabel(JsonRecord label)
    {
        var corners = label.Numbers("corners", 4, "x1, y1, x2, y2 in pixels") ?? [double.NaN, double.NaN, double.NaN, double.NaN];
        var confidence = label.Number("score") ?? 1;
        if (confidence is < 0 or > 1)
        {
            label.Faults.Add(label.Place.At("score"), FormattableString.Invariant($"is {confidence}; expected 0 to 1"), "Correct it, or remove the file");
        }

        var source = label.Has("source_annotation") ? label.Whole("source_annotation") : null;
        return new YoloLabelRecord(
            new RawBox(corners[0], corners[1], corners[2], corners[3]),
            confidence,
            CocoOrigin.Parse(label.Has("origin") ? label.Text("origin") : null),
            source is >= 0 and <= int.MaxValue ? (int)source : null,
            label.Has("area") && label.Number("area") is >= 0 and var area ? area : null);
    }
}
