using System.Text;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>Where a feature file keeps the maps of each image.</summary>
/// <param name="Levels">The shapes of the levels, the same for every image.</param>
/// <param name="ByteCount">The bytes of an image's maps.</param>
/// <param name="Offsets">Where the maps of each image begin, by its name.</param>
internal sealed record FeatureFileIndex(EquatableArray<FeatureShape> Levels, int ByteCount, IReadOnlyDictionary<string, long> Offsets)
{
    private const int MostLevels = 64;

    /// <exception cref="LatException">The file is no feature file, was cut off, or its index is damaged.</exception>
    public static FeatureFileIndex Read(FileStream stream, string path)
    {
        var magic = Encoding.ASCII.GetBytes(FeatureFileWriter.Magic);
        var length = stream.Length;
        if (length < magic.Length + 16)
        {
            throw FeatureFileFault.Incomplete(path, FormattableString.Invariant($"it has {length} bytes"));
        }

        var (beginning, place) = (new byte[magic.Length], new byte[8]);
        stream.ReadExactly(beginning);
        if (!beginning.AsSpan().SequenceEqual(magic))
        {
            throw FeatureFileFault.Incomplete(path, $"it does not begin with '{FeatureFileWriter.Magic}'");
        }

        stream.Position = length - place.Length;
        stream.ReadExactly(place);
        var start = BitConverter.ToInt64(place);
        if (start < magic.Length || start > length - 16 || length - place.Length - start > Array.MaxLength)
        {
            throw FeatureFileFault.Incomplete(path, FormattableString.Invariant(
                $"its last bytes say that its index begins at {start} of {length}, as after a copy that was cut off"));
        }

        var index = new byte[length - place.Length - start];
        stream.Position = start;
        stream.ReadExactly(index);
        return Parse(index, magic.Length, start, path);
    }

    /// <param name="index">The index's bytes.</param>
    /// <param name="first">Where maps may begin.</param>
    /// <param name="end">Where maps must end.</param>
    /// <param name="path">For messages.</param>
    private static FeatureFileIndex Parse(byte[] index, long first, long end, string path)
    {
        using var reader = new BinaryReader(new MemoryStream(index), Encoding.UTF8);
        try
        {
            var levels = ReadLevels(reader);
            var size = levels.Sum(level => (double)level.Channels * level.Height * level.Width * 2); // products of damaged sides may not fit an integer
            if (size > Math.Min(end - first, Array.MaxLength))
            {
                throw new FormatException(FormattableString.Invariant($"an image's maps would take {size} bytes, all of them {end - first}"));
            }

            return new FeatureFileIndex(levels, (int)size, ReadOffsets(reader, first, end - (long)size));
        }
        catch (Exception fault) when (fault is FormatException or IOException or ArgumentException)
        {
            throw FeatureFileFault.Incomplete(path, $"its index is damaged ({fault.Message.TrimEnd('.')})");
        }
    }

    private static EquatableArray<FeatureShape> ReadLevels(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is <= 0 or > MostLevels)
        {
            throw new FormatException(FormattableString.Invariant($"{count} levels"));
        }

        var levels = new FeatureShape[count];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = new FeatureShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
            if (levels[level] is not { Channels: > 0, Height: > 0, Width: > 0, Stride: > 0 and < 65536 })
            {
                throw new FormatException(FormattableString.Invariant($"level {level} is {levels[level]}"));
            }
        }

        return EquatableArray.Create<FeatureShape>(levels);
    }

    private static Dictionary<string, long> ReadOffsets(BinaryReader reader, long first, long last)
    {
        var offsets = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var remaining = reader.ReadInt32(); remaining > 0; remaining--)
        {
            var (name, offset) = (reader.ReadString(), reader.ReadInt64());
            if (offset < first || offset > last)
            {
                throw new FormatException(FormattableString.Invariant($"the maps of '{name}' at {offset}"));
            }

            offsets.Add(name, offset);
        }

        return offsets;
    }
}
