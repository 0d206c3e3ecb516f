using System.Text.Json;

namespace Lat.Datasets;

/// <summary>The part of a JSON file that is looked at, and how far it was read: what is kept of a file of any length.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int MaxValue = 256 << 20;
    private readonly FileStream _file;
    private byte[] _bytes;
    private int _start;
    private int _end;
    private JsonReaderState _state;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public JsonBuffer(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        _bytes = new byte[(int)Math.Clamp(_file.Length + 1, 1 << 12, 1 << 18)];
        Fill();
        if (_bytes.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = 3;
        }
    }

    /// <summary>Bytes taken from the file so far.</summary>
    public long Position { get; private set; }

    public long Length => _file.Length;

    /// <summary>Whether nothing follows in the file.</summary>
    public bool IsLast { get; private set; }

    /// <summary>A reader of what is there and not yet read.</summary>
    public Utf8JsonReader Reader => new(_bytes.AsSpan(_start, _end - _start), IsLast, _state);

    /// <summary>A part of what a reader was given, by that reader's own positions.</summary>
    public ReadOnlySpan<byte> Slice(long start, long end) => _bytes.AsSpan(_start + (int)start, (int)(end - start));

    /// <summary>Notes that all up to where this reader stands is done with.</summary>
    public void Keep(scoped ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Takes more of the file; a buffer full of one value grows.</summary>
    /// <exception cref="JsonException">There is no more.</exception>
    /// <exception cref="InvalidDataException">One value is larger than 256 MiB.</exception>
    public void Fill()
    {
        if (IsLast)
        {
            throw new JsonException("The file ends too early.", null, 0, _end);
        }

        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            if (_bytes.Length >= MaxValue)
            {
                throw new InvalidDataException("has a value that is larger than 256 MiB");
            }

            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = _file.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        Position += read;
        IsLast = read == 0;
    }

    public void Dispose() => _file.Dispose();
}
