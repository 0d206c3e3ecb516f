using Lat.Core;

namespace Lat.Datasets;

/// <summary>What a COCO annotation says beside its box.</summary>
internal static class CocoTemplate
{
    /// <summary>The annotation without its box; null and faults where a field is wrong.</summary>
    public static Annotation? Read(JsonRecord record, int classIndex, double[] box)
    {
        var before = record.Faults.FaultCount;
        var area = record.Has("area") ? record.Number("area") : null;
        if (area < 0)
        {
            record.Mismatch("area", "at least 0");
        }

        var score = record.Has("score") ? record.Number("score") : 1;
        if (score is < 0 or > 1)
        {
            record.Mismatch("score", "0 to 1");
        }

        var source = record.Has("source_annotation") ? record.Whole("source_annotation") : null;
        var template = new Annotation(default, classIndex)
        {
            Confidence = score ?? 1,
            IsCrowd = record.Flag("iscrowd"),
            IsIgnored = record.Flag("ignore"),
            Origin = CocoOrigin.Parse(record.Has("origin") ? record.Text("origin") : null),
            SourceIndex = source is >= 0 and <= int.MaxValue ? (int)source : null,
            Area = area is { } given && given != box[2] * box[3] ? given : null,
        };
        return record.Faults.FaultCount == before ? template : null;
    }
}
