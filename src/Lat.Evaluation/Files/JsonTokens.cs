using System.Text.Json;

namespace Lat.Evaluation;

/// <summary>
/// The tokens of a JSON file one after the other, in memory that does not grow with the file: a block is read when the last one is used up.
/// </summary>
internal ref struct JsonTokens
{
    private const int BlockSize = 1 << 18;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[BlockSize];
    private int _filled;
    private Utf8JsonReader _reader;

    public JsonTokens(Stream stream)
    {
        _stream = stream;
        _filled = stream.ReadAtLeast(_buffer, BlockSize, throwOnEndOfStream: false);
        var mark = _buffer.AsSpan(0, _filled).StartsWith("\uFEFF"u8) ? 3 : 0;
        _reader = new Utf8JsonReader(_buffer.AsSpan(mark, _filled - mark), _filled < BlockSize, default);
        Consumed = mark;
    }

    public readonly JsonTokenType Type => _reader.TokenType;

    /// <summary>Bytes of the first block before the reader's own.</summary>
    private int Consumed { get; set; }

    /// <summary>Goes to the next token; false at the end of the file.</summary>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public bool Read()
    {
        while (!_reader.Read())
        {
            if (_reader.IsFinalBlock)
            {
                return false;
            }

            Refill();
        }

        return true;
    }

    /// <summary>Passes over the value that the current token begins.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Type switch
            {
                JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
                JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Read());
    }

    public readonly bool NameIs(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    public readonly bool TryNumber(out double number)
    {
        number = 0;
        return Type == JsonTokenType.Number && _reader.TryGetDouble(out number) && double.IsFinite(number);
    }

    /// <summary>A whole number, as such or as 7.0, or a text.</summary>
    public readonly bool TryId(out CocoId id)
    {
        id = default;
        if (Type == JsonTokenType.String)
        {
            return TryText(out var text) && (id = new CocoId(0, text)) is var _;
        }

        if (Type == JsonTokenType.Number && _reader.TryGetInt64(out var whole))
        {
            id = new CocoId(whole, null);
            return true;
        }

        var isWhole = TryNumber(out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15;
        id = isWhole ? new CocoId((long)number, null) : default;
        return isWhole;
    }

    public readonly bool TryText(out string text)
    {
        text = "";
        try
        {
            text = Type == JsonTokenType.String ? _reader.GetString()! : "";
            return Type == JsonTokenType.String;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is a JSON text, but no Unicode text.
            return false;
        }
    }

    /// <summary>The current token as a fault quotes it.</summary>
    public readonly string Describe() => Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => TryText(out var text) ? $"the text '{(text.Length > 40 ? text[..40] + "…" : text)}'" : "a broken text",
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan),
        JsonTokenType.Null => "null",
        _ => Type == JsonTokenType.True ? "true" : "false",
    };

    private void Refill()
    {
        var used = Consumed + (int)_reader.BytesConsumed;
        Consumed = 0;
        var rest = _filled - used;
        var source = _buffer;
        if (rest > _buffer.Length / 2)
        {
            _buffer = new byte[_buffer.Length * 2];
        }

        Buffer.BlockCopy(source, used, _buffer, 0, rest);
        var read = _stream.ReadAtLeast(_buffer.AsSpan(rest), _buffer.Length - rest, throwOnEndOfStream: false);
        _filled = rest + read;
        _reader = new Utf8JsonReader(_buffer.AsSpan(0, _filled), _filled < _buffer.Length, _reader.CurrentState);
    }
}
