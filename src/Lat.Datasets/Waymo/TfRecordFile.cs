using System.Buffers.Binary;
using System.Numerics;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a TFRecord file record by record: length, its checksum, data, its checksum. Checksums are CRC-32C, masked.</summary>
internal sealed class TfRecordFile : IDisposable
{
    private const long MaxRecord = 1L << 30;
    private const string Remedy = "Download the file again";
    private readonly FileStream _stream;
    private readonly ReadFaults _faults;
    private readonly string _path;
    private byte[] _buffer = [];
    private long _index = -1;

    /// <exception cref="LatException">The file cannot be opened.</exception>
    public TfRecordFile(string path, ReadFaults faults)
    {
        (_path, _faults) = (path, faults);
        try
        {
            _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw faults.Stop(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }
    }

    /// <summary>The record that was read last, valid until the next.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>Where the data of that record begin in the file.</summary>
    public long DataOffset { get; private set; }

    public RecordPlace Place => new(_path, "record", _index);

    /// <summary>Reads the next record; false at the end of the file, and, with a fault, where the file is damaged.</summary>
    /// <exception cref="LatException">The file cannot be read.</exception>
    public bool TryNext()
    {
        _index++;
        try
        {
            return TryRead();
        }
        catch (IOException exception)
        {
            throw _faults.Stop(Place, $"cannot be read: {exception.Message}", Remedy);
        }
    }

    public void Dispose() => _stream.Dispose();

    private bool TryRead()
    {
        Span<byte> head = stackalloc byte[12];
        var read = _stream.ReadAtLeast(head, 12, throwOnEndOfStream: false);
        if (read == 0)
        {
            return false;
        }

        if (read < 12)
        {
            _faults.Add(Place, "the file ends in the middle of a record", Remedy);
            return false;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(head);
        if (Masked(head[..8]) != BinaryPrimitives.ReadUInt32LittleEndian(head[8..]))
        {
            _faults.Add(Place, "the checksum of the record's length is wrong: the file is damaged, or no TFRecord file", Remedy);
            return false;
        }

        DataOffset = _stream.Position;
        if (length < 0 || length > MaxRecord || length + 4 > _stream.Length - DataOffset)
        {
            _faults.Add(Place, FormattableString.Invariant($"the record has {length} bytes, but only {_stream.Length - DataOffset} follow"), Remedy);
            return false;
        }

        var total = (int)length + 4;
        if (_buffer.Length < total)
        {
            _buffer = new byte[Math.Max(total, Math.Min(2L * _buffer.Length, int.MaxValue / 2))];
        }

        _stream.ReadExactly(_buffer, 0, total);
        Record = _buffer.AsMemory(0, (int)length);
        if (Masked(Record.Span) == BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan((int)length)))
        {
            return true;
        }

        _faults.Add(Place, "the checksum of the record is wrong: the file is damaged", Remedy);
        return false;
    }

    /// <summary>CRC-32C, rotated right by 15 bits and offset, as TFRecord stores it.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
