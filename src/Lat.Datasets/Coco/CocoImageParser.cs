using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads images of COCO: quickly as COCO's own files write them, and with patience, and faults, whatever else there is.</summary>
internal static class CocoImageParser
{
    [Flags]
    private enum Fields
    {
        None = 0,
        Id = 1,
        FileName = 2,
        Width = 4,
        Height = 8,
        Needed = Id | FileName | Width | Height,
        Video = 16,
        Frame = 32,
    }

    /// <summary>Reads an image that is written as COCO's own are.</summary>
    public static ElementOutcome TryRead(ref Utf8JsonReader reader, long index, out CocoImageRow row)
    {
        row = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ElementOutcome.Odd;
        }

        Values values = default;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return values.TryMake(index, out row) ? ElementOutcome.Read : ElementOutcome.Odd;
            }

            var outcome = reader.ValueIsEscaped ? ElementOutcome.Odd : values.TryReadField(ref reader);
            if (outcome != ElementOutcome.Read)
            {
                return outcome;
            }
        }

        return ElementOutcome.Incomplete;
    }

    /// <summary>Reads any image; null and faults where it is not sound.</summary>
    public static CocoImageRow? Read(JsonRecord record)
    {
        var (id, name, width, height) = (record.Whole("id"), record.Text("file_name"), record.Whole("width"), record.Whole("height"));
        if (id is null || name is null || width is null || height is null)
        {
            return null;
        }

        if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue)
        {
            record.Faults.Add(record.Place, FormattableString.Invariant($"is {width}x{height} pixels; expected at least 1x1"), "Correct the size");
            return new CocoImageRow(record.Place.Index ?? 0, id.Value, name, null, null);
        }

        var frame = record.Has("video_id") && record.Has("frame_id") && record.Whole("video_id") is { } video && record.Whole("frame_id") is { } order
            ? FrameOf(video, order)
            : (FrameKey?)null;
        return new CocoImageRow(record.Place.Index ?? 0, id.Value, name, new ImageSize((int)width, (int)height), frame);
    }

    private static FrameKey FrameOf(long video, long frame) => new(FormattableString.Invariant($"{video}"), frame);

    private ref struct Values
    {
        private Fields _found;
        private long _id, _width, _height, _video, _frame;
        private string _name;

        public ElementOutcome TryReadField(ref Utf8JsonReader reader)
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    _found |= Fields.Id;
                    return CocoQuickValues.Whole(ref reader, out _id);
                case 5 when name.SequenceEqual("width"u8):
                    _found |= Fields.Width;
                    return CocoQuickValues.Whole(ref reader, out _width);
                case 6 when name.SequenceEqual("height"u8):
                    _found |= Fields.Height;
                    return CocoQuickValues.Whole(ref reader, out _height);
                case 9 when name.SequenceEqual("file_name"u8):
                    _found |= Fields.FileName;
                    return CocoQuickValues.Text(ref reader, out _name);
                case 8 when name.SequenceEqual("video_id"u8):
                    _found |= Fields.Video;
                    return CocoQuickValues.Whole(ref reader, out _video);
                case 8 when name.SequenceEqual("frame_id"u8):
                    _found |= Fields.Frame;
                    return CocoQuickValues.Whole(ref reader, out _frame);
                default:
                    return CocoQuickValues.Skip(ref reader);
            }
        }

        public readonly bool TryMake(long index, out CocoImageRow row)
        {
            var isSound = (_found & Fields.Needed) == Fields.Needed
                && _width is >= 1 and <= int.MaxValue && _height is >= 1 and <= int.MaxValue;
            var isFrame = (_found & (Fields.Video | Fields.Frame)) == (Fields.Video | Fields.Frame);
            row = isSound
                ? new CocoImageRow(index, _id, _name, new ImageSize((int)_width, (int)_height), isFrame ? FrameOf(_video, _frame) : null)
                : default;
            return isSound;
        }
    }
}
