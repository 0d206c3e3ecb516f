using System.Text;
using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// Walks the lists of a JSON file's root object in one pass, in whatever order they stand: each byte is looked at once, and memory does not
/// grow with the file.
/// </summary>
/// <param name="buffer">The file.</param>
/// <param name="content">What is read; all else must be JSON and is passed over.</param>
/// <param name="step">Told now and then that the reading goes on.</param>
internal sealed class JsonRootReader(JsonBuffer buffer, JsonRootContent content, Action step)
{
    private const int ReportEvery = 4096;
    private JsonRootList? _list;
    private long _index;
    private bool _isRootKnown;

    /// <exception cref="JsonException">The file is not JSON, or ends too early.</exception>
    /// <exception cref="InvalidDataException">The root is no object, or one of the lists is missing, there twice, or no list.</exception>
    public void Read()
    {
        while (true)
        {
            if (_list is null)
            {
                ReadBetween();
            }
            else
            {
                ReadElements();
            }

            if (buffer.IsLast)
            {
                break;
            }

            buffer.Fill();
        }

        if (content.Lists.FirstOrDefault(list => !list.IsFound) is { } missing)
        {
            throw new InvalidDataException($"has no list '{missing.Name}'");
        }
    }

    /// <summary>Looks for the next list, and reads on from there, until the buffer is used up.</summary>
    private void ReadBetween()
    {
        var reader = buffer.Reader;
        var before = reader;
        while (reader.Read())
        {
            if (!_isRootKnown)
            {
                _isRootKnown = true;
                if (reader.TokenType == JsonTokenType.StartArray && content.CanBeList)
                {
                    Enter(content.Lists[0], ref reader);
                    return;
                }

                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new InvalidDataException(
                        $"is a {(reader.TokenType == JsonTokenType.StartArray ? "list" : "single value")}; expected {content.Expected}");
                }
            }

            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }

            // Where the value has not arrived yet, the name is read again with it.
            if (ListOf(ref reader) is { } list)
            {
                if (!reader.Read())
                {
                    buffer.Keep(ref before);
                    return;
                }

                Enter(list, ref reader);
                return;
            }

            if (PropertyOf(ref reader) is { } property && !TryReadProperty(ref reader, property))
            {
                buffer.Keep(ref before);
                return;
            }

            before = reader;
        }

        buffer.Keep(ref reader);
    }

    private void ReadElements()
    {
        var reader = buffer.Reader;
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                buffer.Keep(ref before);
                return;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                buffer.Keep(ref reader);
                _list = null;
                ReadBetween();
                return;
            }

            if (!TryReadElement(ref reader, before))
            {
                buffer.Keep(ref before);
                return;
            }

            if (++_index % ReportEvery == 0)
            {
                step();
            }
        }
    }

    private bool TryReadElement(ref Utf8JsonReader reader, Utf8JsonReader before)
    {
        var outcome = _list!.Read(ref reader, _index);
        if (outcome != ElementOutcome.Odd)
        {
            return outcome == ElementOutcome.Read;
        }

        reader = before;
        if (!reader.Read())
        {
            return false;
        }

        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        _list.ReadOdd(_index, buffer.Slice(start, reader.BytesConsumed));
        return true;
    }

    private bool TryReadProperty(ref Utf8JsonReader reader, string property)
    {
        if (!reader.Read())
        {
            return false;
        }

        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        content.OnProperty(property, buffer.Slice(start, reader.BytesConsumed));
        return true;
    }

    private JsonRootList? ListOf(ref Utf8JsonReader reader)
    {
        foreach (var list in content.Lists)
        {
            if (JsonText.Is(ref reader, list.Utf8Name.Span))
            {
                return list;
            }
        }

        return null;
    }

    private string? PropertyOf(ref Utf8JsonReader reader)
    {
        foreach (var property in content.Properties)
        {
            if (JsonText.Is(ref reader, Encoding.UTF8.GetBytes(property)))
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>Goes on with the elements of a list; the reader stands on its first token.</summary>
    private void Enter(JsonRootList list, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new InvalidDataException($"has a '{list.Name}' that is no list");
        }

        if (list.IsFound)
        {
            throw new InvalidDataException($"has two lists '{list.Name}'");
        }

        (_list, _index, list.IsFound) = (list, 0, true);
        buffer.Keep(ref reader);
        ReadElements();
    }
}
