using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lat.Datasets;

/// <summary>Writes what <see cref="ColumnWriter"/> does, byte for byte, straight to the disk: no copy of the file is held in memory.</summary>
internal sealed class ColumnStream : IDisposable
{
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;

    public ColumnStream(Stream stream, string magic, int version)
    {
        _stream = stream;
        Write(Encoding.ASCII.GetBytes(magic));
        Write(version);
    }

    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

    public void Write(byte value) => Take(1)[0] = value;

    public void Write(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Write(bytes.Length);
        Write(bytes);
    }

    /// <summary>Writes what is left, and the hash of all.</summary>
    public void Finish()
    {
        Flush();
        _stream.Write(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Write(ReadOnlySpan<byte> bytes)
    {
        Flush();
        _hash.AppendData(bytes);
        _stream.Write(bytes);
    }

    private Span<byte> Take(int count)
    {
        if (_used + count > _buffer.Length)
        {
            Flush();
        }

        _used += count;
        return _buffer.AsSpan(_used - count, count);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
