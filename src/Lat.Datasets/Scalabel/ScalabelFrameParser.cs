using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// Reads frames of Scalabel JSON straight from their UTF-8; fields that no box needs are passed over. Where the bytes end within a frame,
/// it is read again from its beginning, so that faults are noted only once it has ended.
/// </summary>
internal sealed class ScalabelFrameParser(string file, ReadFaults faults)
{
    private const string ObjectRemedy = "Download the label file anew, or ask who made it; each frame is one object";
    private readonly InternedTexts _categories = new();
    private readonly List<(RecordPlace Place, string Message, string Remedy)> _pending = [];

    /// <summary>Fills the frame; what has the wrong type is a fault and stays empty.</summary>
    /// <param name="reader">On the first token of the frame; afterwards on its last.</param>
    /// <param name="index">The position in the list.</param>
    /// <param name="frame">What to fill.</param>
    public ElementOutcome TryRead(ref Utf8JsonReader reader, long index, ScalabelFrame frame)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ElementOutcome.Odd;
        }

        frame.Clear();
        frame.Index = index;
        _pending.Clear();
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref reader, index, frame);
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth != depth)
        {
            return ElementOutcome.Incomplete;
        }

        foreach (var (place, message, remedy) in _pending)
        {
            faults.Add(place, message, remedy);
        }

        return ElementOutcome.Read;
    }

    /// <summary>Notes that an element is no frame at all.</summary>
    public void Refuse(long index, ReadOnlySpan<byte> json) =>
        faults.Add(Place(index, null), $"is {JsonText.Describe(json)}; expected an object", ObjectRemedy);

    private void ReadField(ref Utf8JsonReader reader, long index, ScalabelFrame frame)
    {
        if (JsonText.Is(ref reader, "labels"u8) || JsonText.Is(ref reader, "objects"u8))
        {
            ReadLabels(ref reader, index, frame);
        }
        else if (JsonText.Is(ref reader, "name"u8))
        {
            frame.Name = ReadText(ref reader, index, "name");
        }
        else if (JsonText.Is(ref reader, "videoName"u8))
        {
            frame.VideoName = ReadText(ref reader, index, "videoName");
        }
        else if (JsonText.Is(ref reader, "frameIndex"u8) || JsonText.Is(ref reader, "timestamp"u8))
        {
            var isFrameIndex = JsonText.Is(ref reader, "frameIndex"u8);
            reader.Read();
            var order = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole) ? whole : (long?)null;
            frame.Order = isFrameIndex ? order ?? frame.Order : frame.Order ?? order;
            reader.TrySkip();
        }
        else if (JsonText.Is(ref reader, "size"u8))
        {
            frame.Size = ScalabelSize.Read(ref reader);
        }
        else
        {
            reader.TrySkip();
        }
    }

    private string? ReadText(ref Utf8JsonReader reader, long index, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.String && JsonText.TryGet(ref reader, out var text))
        {
            return text;
        }

        Note(Place(index, field), $"is {reader.TokenType}, not a text", "Write a JSON text in UTF-8 there");
        reader.TrySkip();
        return null;
    }

    private void ReadLabels(ref Utf8JsonReader reader, long index, ScalabelFrame frame)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                Note(Place(index, "labels"), $"is {reader.TokenType}, not a list", "Write a list of labels there, or leave it out");
            }

            reader.TrySkip();
            return;
        }

        frame.HasLabels = true;
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; position++)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                frame.Labels.Add(ReadLabel(ref reader, index, position));
                continue;
            }

            Note(
                Place(index, FormattableString.Invariant($"labels[{position}]")), $"is {reader.TokenType}, not an object", ObjectRemedy);
            reader.TrySkip();
        }
    }

    private ScalabelLabel ReadLabel(ref Utf8JsonReader reader, long index, int position)
    {
        var label = new ScalabelLabel { Index = position, X1 = double.NaN, Y1 = double.NaN, X2 = double.NaN, Y2 = double.NaN };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonText.Is(ref reader, "category"u8))
            {
                reader.Read();
                label.Category = reader.TokenType == JsonTokenType.String ? _categories.Get(ref reader) : null;
                reader.TrySkip();
            }
            else if (JsonText.Is(ref reader, "box2d"u8))
            {
                ReadBox(ref reader, index, ref label);
            }
            else if (JsonText.Is(ref reader, "attributes"u8))
            {
                ReadAttributes(ref reader, ref label);
            }
            else
            {
                reader.TrySkip();
            }
        }

        return label;
    }

    private void ReadBox(ref Utf8JsonReader reader, long index, ref ScalabelLabel label)
    {
        reader.Read();
        label.HasBox = reader.TokenType != JsonTokenType.Null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (label.HasBox)
            {
                var place = Place(index, FormattableString.Invariant($"labels[{label.Index}].box2d"));
                Note(place, $"is {reader.TokenType}, not an object", "Write {\"x1\", \"y1\", \"x2\", \"y2\"} there, or null");
                label.HasBox = false;
            }

            reader.TrySkip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var corner = reader.ValueSpan.Length == 2 ? (reader.ValueSpan[0], reader.ValueSpan[1]) : default;
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) ? number : double.NaN;
            switch (corner)
            {
                case ((byte)'x', (byte)'1'): label.X1 = value; break;
                case ((byte)'y', (byte)'1'): label.Y1 = value; break;
                case ((byte)'x', (byte)'2'): label.X2 = value; break;
                case ((byte)'y', (byte)'2'): label.Y2 = value; break;
                default: break;
            }

            reader.TrySkip();
        }
    }

    private static void ReadAttributes(ref Utf8JsonReader reader, ref ScalabelLabel label)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.TrySkip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCrowd = JsonText.Is(ref reader, "crowd"u8);
            reader.Read();
            label.IsCrowd |= isCrowd && reader.TokenType == JsonTokenType.True;
            reader.TrySkip();
        }
    }

    private void Note(RecordPlace place, string message, string remedy) => _pending.Add((place, message, remedy));

    private RecordPlace Place(long index, string? field) => new(file, "frames", index, field);
}
