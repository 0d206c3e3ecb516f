using System.Text;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Transfer;

/// <summary>
/// The frozen features of a set of images, computed once and read many times. Reads go through the system's page cache and are safe from
/// several threads.
/// </summary>
public sealed class FeatureFile : IFeatureSource
{
    private const int MostLevels = 64;

    private readonly SafeFileHandle _file;
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);

    private FeatureFile(SafeFileHandle file, EquatableArray<FeatureShape> levels) => (_file, Levels) = (file, levels);

    /// <inheritdoc/>
    public EquatableArray<FeatureShape> Levels { get; }

    public int Count => _offsets.Count;

    /// <inheritdoc/>
    public int ByteCount => Levels.Sum(level => level.Count) * 2;

    /// <exception cref="LatException">The file is not a feature file, or is damaged.</exception>
    public static FeatureFile Open(string path)
    {
        var damage = new LatException($"Not a complete feature file: {path}. Delete it and run the stage again.");
        var handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            var length = RandomAccess.GetLength(handle);
            var place = new byte[8];
            if (length < FeatureFileWriter.Magic.Length + 16 || RandomAccess.Read(handle, place, length - 8) != 8)
            {
                throw damage;
            }

            var start = BitConverter.ToInt64(place);
            var magic = new byte[FeatureFileWriter.Magic.Length];
            RandomAccess.Read(handle, magic, 0);
            if (Encoding.ASCII.GetString(magic) != FeatureFileWriter.Magic || start < magic.Length || start > length - 16)
            {
                throw damage;
            }

            var index = new byte[length - 8 - start];
            RandomAccess.Read(handle, index, start);
            return ReadIndex(handle, new BinaryReader(new MemoryStream(index), Encoding.UTF8), start) ?? throw damage;
        }
        catch (Exception exception) when (exception is LatException or IOException or ArgumentException or FormatException)
        {
            handle.Dispose();
            throw exception as LatException ?? damage;
        }
    }

    public bool Contains(string fileName) => _offsets.ContainsKey(fileName);

    /// <inheritdoc/>
    public void Read(string fileName, Span<byte> maps)
    {
        if (!_offsets.TryGetValue(fileName, out var offset))
        {
            throw new LatException($"No features for the image '{fileName}': the features were computed for another set. Run the features stage again.");
        }

        var total = ByteCount;
        for (var read = 0; read < total;)
        {
            var count = RandomAccess.Read(_file, maps[read..total], offset + read);
            read += count > 0 ? count : throw new LatException($"The features of '{fileName}' end early. Run the features stage again.");
        }
    }

    public void Dispose() => _file.Dispose();

    /// <returns>Null where the index says what cannot be.</returns>
    private static FeatureFile? ReadIndex(SafeFileHandle handle, BinaryReader reader, long end)
    {
        var count = reader.ReadInt32();
        if (count is <= 0 or > MostLevels)
        {
            return null;
        }

        var levels = new FeatureShape[count];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = new FeatureShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
        }

        // Products of damaged sides may not fit.
        var bytes = levels.Sum(level => (double)level.Channels * level.Height * level.Width * 2);
        if (levels.Any(level => level is not { Channels: > 0, Height: > 0, Width: > 0, Stride: > 0 and < 65536 }) || bytes > end)
        {
            return null;
        }

        var file = new FeatureFile(handle, EquatableArray.Create<FeatureShape>(levels));
        for (var remaining = reader.ReadInt32(); remaining > 0; remaining--)
        {
            var (name, offset) = (reader.ReadString(), reader.ReadInt64());
            if (offset < 0 || offset > end - (long)bytes)
            {
                return null;
            }

            file._offsets.Add(name, offset);
        }

        return file;
    }
}
