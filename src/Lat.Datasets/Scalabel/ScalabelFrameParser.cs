using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Reads frames of Scalabel JSON straight from their UTF-8; fields that no box needs are passed over.</summary>
internal sealed class ScalabelFrameParser(string file, ReadFaults faults)
{
    private const string ObjectRemedy = "Download the label file anew, or ask who made it; each frame is one object";
    private readonly InternedTexts _categories = new();

    /// <summary>Fills the frame; what has the wrong type is a fault and stays empty.</summary>
    /// <returns>Whether the value is a frame at all.</returns>
    public bool TryParse(long index, ReadOnlySpan<byte> json, ScalabelFrame frame)
    {
        frame.Clear();
        frame.Index = index;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add(Place(index, null), $"is {JsonText.Describe(json)}; expected an object", ObjectRemedy);
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadField(ref reader, index, frame);
        }

        return true;
    }

    private void ReadField(ref Utf8JsonReader reader, long index, ScalabelFrame frame)
    {
        if (reader.ValueTextEquals("labels"u8) || reader.ValueTextEquals("objects"u8))
        {
            ReadLabels(ref reader, index, frame);
        }
        else if (reader.ValueTextEquals("name"u8))
        {
            frame.Name = ReadText(ref reader, index, "name");
        }
        else if (reader.ValueTextEquals("videoName"u8))
        {
            frame.VideoName = ReadText(ref reader, index, "videoName");
        }
        else if (reader.ValueTextEquals("frameIndex"u8) || reader.ValueTextEquals("timestamp"u8))
        {
            var isFrameIndex = reader.ValueTextEquals("frameIndex"u8);
            reader.Read();
            var order = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var whole) ? whole : (long?)null;
            frame.Order = isFrameIndex ? order ?? frame.Order : frame.Order ?? order;
            reader.Skip();
        }
        else if (reader.ValueTextEquals("size"u8))
        {
            frame.Size = ScalabelSize.Read(ref reader);
        }
        else
        {
            reader.Skip();
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

        faults.Add(Place(index, field), $"is {reader.TokenType}, not a text", "Write a JSON text in UTF-8 there");
        reader.Skip();
        return null;
    }

    private void ReadLabels(ref Utf8JsonReader reader, long index, ScalabelFrame frame)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                faults.Add(Place(index, "labels"), $"is {reader.TokenType}, not a list", "Write a list of labels there, or leave it out");
            }

            reader.Skip();
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

            faults.Add(
                Place(index, FormattableString.Invariant($"labels[{position}]")), $"is {reader.TokenType}, not an object", ObjectRemedy);
            reader.Skip();
        }
    }

    private ScalabelLabel ReadLabel(ref Utf8JsonReader reader, long index, int position)
    {
        var label = new ScalabelLabel { Index = position, X1 = double.NaN, Y1 = double.NaN, X2 = double.NaN, Y2 = double.NaN };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("category"u8))
            {
                reader.Read();
                label.Category = reader.TokenType == JsonTokenType.String ? _categories.Get(ref reader) : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("box2d"u8))
            {
                ReadBox(ref reader, index, ref label);
            }
            else if (reader.ValueTextEquals("attributes"u8))
            {
                ReadAttributes(ref reader, ref label);
            }
            else
            {
                reader.Skip();
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
                faults.Add(place, $"is {reader.TokenType}, not an object", "Write {\"x1\", \"y1\", \"x2\", \"y2\"} there, or null");
                label.HasBox = false;
            }

            reader.Skip();
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

            reader.Skip();
        }
    }

    private static void ReadAttributes(ref Utf8JsonReader reader, ref ScalabelLabel label)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCrowd = reader.ValueTextEquals("crowd"u8);
            reader.Read();
            label.IsCrowd |= isCrowd && reader.TokenType == JsonTokenType.True;
            reader.Skip();
        }
    }

    private RecordPlace Place(long index, string? field) => new(file, "frames", index, field);
}
