using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Walks over the head of a mapped file.</summary>
/// <param name="buffer">The file.</param>
/// <param name="length">Where its content ends.</param>
/// <param name="path">For messages.</param>
internal sealed class MappedCursor(SafeBuffer buffer, long length, string path)
{
    /// <summary>Where the next read begins.</summary>
    public long Position { get; private set; }

    public static LatException Damaged(string path, string how) => new($"'{path}' is damaged: {how}. Delete it and let it be made again.");

    public byte[] Take(int count)
    {
        var bytes = new byte[count];
        buffer.ReadSpan<byte>((ulong)Skip(count), bytes);
        return bytes;
    }

    /// <summary>Passes over bytes; answers where they begin.</summary>
    public long Skip(long count)
    {
        if (count < 0 || count > length - Position)
        {
            throw Damaged(path, "it ends too early");
        }

        Position += count;
        return Position - count;
    }

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A number of things, each of at least one byte, that are still to come.</summary>
    public int ReadCount()
    {
        var count = ReadInt32();
        return count >= 0 && count <= length ? count : throw Damaged(path, FormattableString.Invariant($"it counts {count} entries"));
    }

    public string[] Texts(int count)
    {
        var texts = new string[count];
        for (var index = 0; index < count; index++)
        {
            texts[index] = Encoding.UTF8.GetString(Take(ReadCount()));
        }

        return texts;
    }

    public int[] Int32Column(int count)
    {
        var values = new int[count];
        buffer.ReadSpan<int>((ulong)Skip(4L * count), values);
        return values;
    }

    /// <summary>What the columns say together must make sense.</summary>
    public T Build<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new LatException(Damaged(path, exception.Message).Message, exception);
        }
    }

    /// <exception cref="LatException">There is more than was read.</exception>
    public void End()
    {
        if (Position != length)
        {
            throw Damaged(path, "it has more content than it says");
        }
    }
}
