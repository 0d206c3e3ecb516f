using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads what <see cref="ColumnWriter"/> wrote; the whole file is verified against its hash before anything is believed.</summary>
internal sealed class ColumnReader
{
    private readonly string _path;
    private readonly byte[] _bytes;
    private int _position;

    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public ColumnReader(string path, string magic, int version, string kind)
    {
        _path = path;
        _bytes = ReadBytes(path, kind);
        var word = Encoding.ASCII.GetBytes(magic);
        if (!_bytes.AsSpan().StartsWith(word))
        {
            throw new LatException($"'{path}' is not {kind}: it does not begin with '{magic}'. Was it written by Lat?");
        }

        if (_bytes.Length < word.Length + 4 + SHA256.HashSizeInBytes)
        {
            throw Damaged("it is cut off");
        }

        _position = word.Length;
        var found = ReadInt32();
        if (found != version)
        {
            throw new LatException(FormattableString.Invariant(
                $"'{path}' is {kind} of version {found}; this program reads version {version}. Make it anew with this version of Lat."));
        }

        var content = _bytes.AsSpan(0, _bytes.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(_bytes.AsSpan(content.Length)))
        {
            throw Damaged("its content does not fit the hash at its end");
        }
    }

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public string ReadString() => Encoding.UTF8.GetString(Take(ReadCount()));

    /// <summary>A number of things, each of at least one byte, that are still to come.</summary>
    public int ReadCount()
    {
        var count = ReadInt32();
        return count >= 0 && count <= _bytes.Length ? count : throw Damaged(FormattableString.Invariant($"it counts {count} entries"));
    }

    public int[] Int32Column(int count) => NumberColumn<int>(count, sizeof(int), BinaryPrimitives.ReverseEndianness);

    public double[] DoubleColumn(int count) => NumberColumn<double>(
        count, sizeof(double), (values, swapped) => BinaryPrimitives.ReverseEndianness(
            MemoryMarshal.Cast<double, long>(values), MemoryMarshal.Cast<double, long>(swapped)));

    public string[] StringColumn(int count)
    {
        var values = new string[count];
        for (var row = 0; row < count; row++)
        {
            values[row] = ReadString();
        }

        return values;
    }

    public byte[] ByteColumn(int count) => Take(count).ToArray();

    /// <summary>Runs what builds the nouns from the columns; columns that make no sense together are damage, too.</summary>
    public T Build<T>(Func<T> build)
    {
        try
        {
            var built = build();
            return _position == _bytes.Length - SHA256.HashSizeInBytes ? built : throw Damaged("it has more content than it says");
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new LatException(Damaged(exception.Message).Message, exception);
        }
    }

    public LatException Damaged(string how) => new($"'{_path}' is damaged: {how}. Delete it and let it be made again.");

    private delegate void Swap<T>(ReadOnlySpan<T> values, Span<T> swapped);

    /// <summary>A whole column at once: the file's bytes are the array's, save on machines of the other byte order.</summary>
    private T[] NumberColumn<T>(int count, int size, Swap<T> swap)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(Take((long)count * size)).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            swap(values, values);
        }

        return values;
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > _bytes.Length - SHA256.HashSizeInBytes - _position)
        {
            throw Damaged("it ends too early");
        }

        var taken = _bytes.AsSpan(_position, (int)count);
        _position += (int)count;
        return taken;
    }

    private static byte[] ReadBytes(string path, string kind)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot read {kind} from '{path}': {exception.Message}", exception);
        }
    }
}
