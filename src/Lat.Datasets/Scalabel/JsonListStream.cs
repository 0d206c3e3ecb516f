using System.Text;
using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// Walks a JSON file that is one long list, or an object with one, value by value, without holding more of it than the longest value.
/// </summary>
internal sealed class JsonListStream(Stream stream, int bufferSize = 1 << 20)
{
    /// <summary>A value of the list, or one beside it, that is longer than this is no label of anything.</summary>
    public const int MaxValueLength = 1 << 28;

    private byte[] _buffer = new byte[bufferSize];
    private int _position;
    private int _filled;
    private bool _isFinal;
    private JsonReaderState _state;

    /// <summary>Is given the UTF-8 of a whole value; the bytes are overwritten when it returns.</summary>
    /// <param name="index">The position in the list, from 0.</param>
    /// <param name="json">The value.</param>
    public delegate void OnItem(long index, ReadOnlySpan<byte> json);

    /// <summary>Is given the UTF-8 of a value beside the list; the bytes are overwritten when it returns.</summary>
    public delegate void OnProperty(string name, ReadOnlySpan<byte> json);

    /// <summary>How many bytes were taken from the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Walks the file: a list at its root, or the list of that name in the object at its root.</summary>
    /// <returns>Whether there was such a list.</returns>
    /// <exception cref="JsonException">The file is no JSON, or a value in it is too long.</exception>
    public bool Read(string list, OnItem item, OnProperty property)
    {
        Refill();
        if (_buffer.AsSpan(0, _filled).StartsWith(Encoding.UTF8.Preamble))
        {
            _position = Encoding.UTF8.Preamble.Length;
        }

        var found = Next(isWhole: false, out var root);
        var isList = found && root.Type == JsonTokenType.StartArray;
        if (isList)
        {
            ReadItems(item);
        }
        else if (found && root.Type == JsonTokenType.StartObject)
        {
            while (Next(isWhole: false, out var token) && token.Type == JsonTokenType.PropertyName)
            {
                isList |= ReadProperty(NameOf(token), list, item, property);
            }
        }

        while (Next(isWhole: false, out _))
        {
        }

        return isList;
    }

    private bool ReadProperty(string name, string list, OnItem item, OnProperty property)
    {
        if (name != list)
        {
            Next(isWhole: true, out var value);
            property(name, Bytes(value));
            return false;
        }

        Next(isWhole: false, out var start);
        if (start.Type != JsonTokenType.StartArray)
        {
            throw new JsonException($"'{list}' is no list.");
        }

        ReadItems(item);
        return true;
    }

    private void ReadItems(OnItem item)
    {
        for (var index = 0L; Next(isWhole: true, out var value) && value.Type != JsonTokenType.EndArray; index++)
        {
            item(index, Bytes(value));
        }
    }

    /// <summary>The next token, or the whole value that begins with it; false at the end of the file.</summary>
    private bool Next(bool isWhole, out Token token)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_position, _filled - _position), _isFinal, _state);
            if (reader.Read())
            {
                token = new Token(reader.TokenType, _position + (int)reader.TokenStartIndex, 0);
                if (!isWhole || reader.TokenType == JsonTokenType.EndArray || reader.TrySkip())
                {
                    token = token with { End = _position + (int)reader.BytesConsumed };
                    (_position, _state) = (token.End, reader.CurrentState);
                    return true;
                }
            }
            else if (_isFinal)
            {
                token = default;
                return false;
            }

            Refill();
        }
    }

    private ReadOnlySpan<byte> Bytes(Token token) => _buffer.AsSpan(token.Start, token.End - token.Start);

    private string NameOf(Token token)
    {
        var reader = new Utf8JsonReader(Bytes(token)[..Bytes(token).LastIndexOf((byte)':')]);
        return reader.Read() && JsonText.TryGet(ref reader, out var name) ? name : "";
    }

    /// <summary>Moves what is not yet consumed to the front and fills the rest; a buffer full of one value grows.</summary>
    private void Refill()
    {
        if (_position > 0)
        {
            _buffer.AsSpan(_position, _filled - _position).CopyTo(_buffer);
            (_position, _filled) = (0, _filled - _position);
        }
        else if (_filled == _buffer.Length)
        {
            if (_buffer.Length >= MaxValueLength)
            {
                throw new JsonException(FormattableString.Invariant($"One value is longer than {MaxValueLength} bytes."));
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = stream.ReadAtLeast(_buffer.AsSpan(_filled), _buffer.Length - _filled, throwOnEndOfStream: false);
        _isFinal = _filled + count < _buffer.Length;
        _filled += count;
        BytesRead += count;
    }

    private readonly record struct Token(JsonTokenType Type, int Start, int End);
}
