using System.Text;
using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Walks over the elements of one list of a JSON file with a buffer that holds one element at a time.</summary>
internal sealed class JsonListReader(string path, string list) : IDisposable
{
    private readonly JsonBuffer _buffer = new(path);
    private readonly byte[] _name = Encoding.UTF8.GetBytes(list);
    private bool _isInList;
    private bool _isDone;

    public long Position => _buffer.Position;

    public long Length => _buffer.Length;

    /// <summary>The next element, which the caller disposes; null after the last, once the rest of the file was checked to be JSON.</summary>
    /// <exception cref="JsonException">The file is not JSON, or ends too early.</exception>
    /// <exception cref="InvalidDataException">There is no such list, or one element is larger than 256 MiB.</exception>
    public JsonDocument? Next()
    {
        while (!_isInList && !TryEnterList())
        {
            _buffer.Fill();
        }

        JsonDocument? element = null;
        while (!_isDone && !TryNext(out element))
        {
            _buffer.Fill();
        }

        return element;
    }

    public void Dispose() => _buffer.Dispose();

    private bool TryEnterList()
    {
        var reader = _buffer.Reader;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0)
            {
                Enter(ref reader);
                return true;
            }

            if (reader.CurrentDepth == 0 && reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InvalidDataException(
                    reader.TokenType == JsonTokenType.EndObject ? $"has no list '{list}'" : $"is a single value; expected a list or an object with '{list}'");
            }

            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && JsonText.Is(ref reader, _name))
            {
                var value = reader;
                if (!value.Read())
                {
                    // The name is read again once its value has arrived.
                    return false;
                }

                if (value.TokenType != JsonTokenType.StartArray)
                {
                    throw new InvalidDataException($"has a '{list}' that is no list");
                }

                Enter(ref value);
                return true;
            }
        }

        _buffer.Keep(ref reader);
        return false;
    }

    private void Enter(ref Utf8JsonReader reader)
    {
        _buffer.Keep(ref reader);
        _isInList = true;
    }

    private bool TryNext(out JsonDocument? element)
    {
        element = null;
        var reader = _buffer.Reader;
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _buffer.Keep(ref reader);
            FinishFile();
            return true;
        }

        if (!JsonDocument.TryParseValue(ref reader, out element))
        {
            return false;
        }

        _buffer.Keep(ref reader);
        return true;
    }

    /// <summary>What follows the list must be JSON, too: a file that was cut off or appended to is damaged.</summary>
    private void FinishFile()
    {
        while (true)
        {
            var reader = _buffer.Reader;
            while (reader.Read())
            {
            }

            _buffer.Keep(ref reader);
            if (_buffer.IsLast)
            {
                _isDone = true;
                return;
            }

            _buffer.Fill();
        }
    }
}
