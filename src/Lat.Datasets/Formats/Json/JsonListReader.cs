using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Walks over the elements of one list of a JSON file with a buffer that holds one element at a time.</summary>
internal sealed class JsonListReader : IDisposable
{
    private const int MaxElement = 256 << 20;
    private readonly FileStream _file;
    private readonly string _list;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isLast;
    private bool _isInList;
    private bool _isDone;
    private JsonReaderState _state;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public JsonListReader(string path, string list)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        _list = list;
        Fill();
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = 3;
        }
    }

    public long Position => _file.Position;

    public long Length => _file.Length;

    /// <summary>The next element, which the caller disposes; null after the last, once the rest of the file was checked to be JSON.</summary>
    /// <exception cref="JsonException">The file is not JSON, or ends too early.</exception>
    /// <exception cref="InvalidDataException">There is no such list, or one element is larger than 256 MiB.</exception>
    public JsonDocument? Next()
    {
        while (!_isInList && !_isDone)
        {
            while (!TryEnterList())
            {
                Fill();
            }
        }

        JsonDocument? element = null;
        while (!_isDone && !TryNext(out element))
        {
            Fill();
        }

        return element;
    }

    public void Dispose() => _file.Dispose();

    private bool TryEnterList()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 0)
            {
                Keep(ref reader);
                _isInList = true;
                return true;
            }

            if (reader.CurrentDepth == 0 && reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InvalidDataException(
                    reader.TokenType == JsonTokenType.EndObject ? $"has no list '{_list}'" : $"is a single value; expected a list or an object with '{_list}'");
            }

            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(_list))
            {
                var value = reader;
                if (!value.Read())
                {
                    // The name is read again once its value has arrived.
                    return false;
                }

                if (value.TokenType != JsonTokenType.StartArray)
                {
                    throw new InvalidDataException($"has a '{_list}' that is no list");
                }

                Keep(ref value);
                _isInList = true;
                return true;
            }
        }

        Keep(ref reader);
        return false;
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private bool TryNext(out JsonDocument? element)
    {
        element = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            Keep(ref reader);
            FinishFile();
            return true;
        }

        if (!JsonDocument.TryParseValue(ref reader, out element))
        {
            return false;
        }

        Keep(ref reader);
        return true;
    }

    /// <summary>What follows the list must be JSON, too: a file that was cut off or appended to is damaged.</summary>
    private void FinishFile()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
            while (reader.Read())
            {
            }

            Keep(ref reader);
            if (_isLast)
            {
                _isDone = true;
                return;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_isLast)
        {
            throw new JsonException("The file ends too early.", null, 0, _end);
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxElement)
            {
                throw new InvalidDataException($"has an element of '{_list}' that is larger than 256 MiB");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isLast = read == 0;
    }
}
