using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lat.Datasets;

/// <summary>Writes a columnar binary file: a magic word, a version, columns in little-endian, and the SHA-256 of all that.</summary>
internal sealed class ColumnWriter : IDisposable
{
    private readonly MemoryStream _stream = new();

    public ColumnWriter(string magic, int version)
    {
        _stream.Write(Encoding.ASCII.GetBytes(magic));
        Write(version);
    }

    public void Write(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _stream.Write(bytes);
    }

    public void Write(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _stream.Write(bytes);
    }

    public void Write(float value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _stream.Write(bytes);
    }

    public void Write(byte value) => _stream.WriteByte(value);

    public void Write(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Write(bytes.Length);
        _stream.Write(bytes);
    }

    public void Column<T>(IReadOnlyCollection<T> rows, Func<T, int> value)
    {
        foreach (var row in rows)
        {
            Write(value(row));
        }
    }

    public void Column<T>(IReadOnlyCollection<T> rows, Func<T, double> value)
    {
        foreach (var row in rows)
        {
            Write(value(row));
        }
    }

    public void Column<T>(IReadOnlyCollection<T> rows, Func<T, byte> value)
    {
        foreach (var row in rows)
        {
            Write(value(row));
        }
    }

    public void Column<T>(IReadOnlyCollection<T> rows, Func<T, string> value)
    {
        foreach (var row in rows)
        {
            Write(value(row));
        }
    }

    /// <summary>Adds the hash and puts the file in its place.</summary>
    public void Save(string path)
    {
        var content = _stream.GetBuffer().AsMemory(0, (int)_stream.Length);
        var hash = SHA256.HashData(content.Span);
        ReplacedFile.Write(path, stream =>
        {
            stream.Write(content.Span);
            stream.Write(hash);
        });
    }

    public void Dispose() => _stream.Dispose();
}
