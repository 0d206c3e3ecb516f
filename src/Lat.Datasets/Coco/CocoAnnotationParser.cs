using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Reads annotations of COCO: quickly as COCO's own files write them, and with patience, and faults, whatever else there is.</summary>
internal static class CocoAnnotationParser
{
    [Flags]
    private enum Fields
    {
        None = 0,
        ImageId = 1,
        CategoryId = 2,
        Box = 4,
        Needed = ImageId | CategoryId | Box,
    }

    /// <summary>Reads an annotation that has what COCO's own have, in JSON's usual spelling.</summary>
    public static ElementOutcome TryRead(ref Utf8JsonReader reader, out CocoAnnotationRow row)
    {
        row = new CocoAnnotationRow { Area = double.NaN };
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ElementOutcome.Odd;
        }

        var found = Fields.None;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return (found & Fields.Needed) == Fields.Needed ? ElementOutcome.Read : ElementOutcome.Odd;
            }

            var outcome = reader.ValueIsEscaped ? ElementOutcome.Odd : TryReadField(ref reader, ref row, ref found);
            if (outcome != ElementOutcome.Read)
            {
                return outcome;
            }
        }

        return ElementOutcome.Incomplete;
    }

    /// <summary>Reads any annotation; null and faults where it is not sound.</summary>
    public static CocoAnnotationRow? Read(JsonRecord record)
    {
        var before = record.Faults.FaultCount;
        var id = record.Has("id") ? record.Whole("id") : null;
        var (image, category, box) = (record.Whole("image_id"), record.Whole("category_id"), record.Numbers("bbox", 4, "[x, y, width, height]"));
        var area = record.Has("area") ? record.Number("area") : null;
        if (area < 0)
        {
            record.Mismatch("area", "at least 0");
        }

        var (crowd, ignored, provenance) = (record.Flag("iscrowd"), record.Flag("ignore"), CocoProvenanceParser.Read(record, box));
        return record.Faults.FaultCount > before || image is null || category is null || box is null ? null : new CocoAnnotationRow
        {
            Index = record.Place.Index ?? 0,
            Id = id,
            ImageId = image.Value,
            CategoryId = category.Value,
            X = box[0],
            Y = box[1],
            Width = box[2],
            Height = box[3],
            Area = area ?? double.NaN,
            IsCrowd = crowd,
            IsIgnored = ignored,
            Provenance = provenance,
        };
    }

    private static ElementOutcome TryReadField(ref Utf8JsonReader reader, ref CocoAnnotationRow row, ref Fields found)
    {
        var name = reader.ValueSpan;
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                var read = CocoQuickValues.Whole(ref reader, out var id);
                row.Id = id;
                return read;
            case 4 when name.SequenceEqual("bbox"u8):
                found |= Fields.Box;
                read = CocoQuickValues.Four(ref reader, out var box);
                (row.X, row.Y, row.Width, row.Height) = box;
                return read;
            case 4 when name.SequenceEqual("area"u8):
                read = CocoQuickValues.Number(ref reader, out row.Area);
                return read == ElementOutcome.Read && row.Area < 0 ? ElementOutcome.Odd : read;
            case 8 when name.SequenceEqual("image_id"u8):
                found |= Fields.ImageId;
                return CocoQuickValues.Whole(ref reader, out row.ImageId);
            case 11 when name.SequenceEqual("category_id"u8):
                found |= Fields.CategoryId;
                return CocoQuickValues.Whole(ref reader, out row.CategoryId);
            case 7 when name.SequenceEqual("iscrowd"u8):
                return CocoQuickValues.Flag(ref reader, out row.IsCrowd);
            case 6 when name.SequenceEqual("ignore"u8):
                return CocoQuickValues.Flag(ref reader, out row.IsIgnored);
            default:
                return CocoProvenanceParser.IsField(name) ? ElementOutcome.Odd : CocoQuickValues.Skip(ref reader);
        }
    }
}
