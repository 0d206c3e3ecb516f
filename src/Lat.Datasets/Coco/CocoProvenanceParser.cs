using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads what Lat's own COCO files say of a box beside what COCO does.</summary>
internal static class CocoProvenanceParser
{
    /// <summary>Whether a field of an annotation is Lat's own.</summary>
    public static bool IsField(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 => name.SequenceEqual("score"u8),
        6 => name.SequenceEqual("origin"u8),
        7 => name.SequenceEqual("corners"u8),
        17 => name.SequenceEqual("source_annotation"u8),
        _ => false,
    };

    /// <summary>Null where the annotation has none of it, or is not sound.</summary>
    public static CocoProvenance? Read(JsonRecord record, double[]? box)
    {
        var score = record.Has("score") ? record.Number("score") : 1;
        if (score is < 0 or > 1)
        {
            record.Mismatch("score", "0 to 1");
        }

        var source = record.Has("source_annotation") ? record.Whole("source_annotation") : null;
        var origin = CocoOrigin.Parse(record.Has("origin") ? record.Text("origin") : null);
        if (score is null || box is null)
        {
            return null;
        }

        var raw = RawBox.FromXywh(box[0], box[1], box[2], box[3]);
        var refined = CocoCorners.Refine(record.Json, raw);
        return new CocoProvenance(
            score.Value, origin, source is >= 0 and <= int.MaxValue ? (int)source : null, refined == raw ? null : refined);
    }
}
