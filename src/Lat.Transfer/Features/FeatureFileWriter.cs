using System.Text;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// Writes a feature file: the maps of every image as float16, one image after the other, then an index, then the index's place.
/// The file appears under its name only when complete.
/// </summary>
public sealed class FeatureFileWriter : IDisposable
{
    internal const string Magic = "LATFEAT2";

    private readonly string _path;
    private readonly string _partial;
    private readonly List<(string FileName, long Offset)> _images = [];
    private readonly EquatableArray<FeatureShape> _levels;
    private FileStream? _stream;

    /// <param name="path">Where the file is to be.</param>
    /// <param name="levels">The shapes of the levels, the same for every image.</param>
    public FeatureFileWriter(string path, EquatableArray<FeatureShape> levels)
    {
        (_path, _partial, _levels) = (path, path + ".partial", levels);
        _stream = new FileStream(_partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        _stream.Write(Encoding.ASCII.GetBytes(Magic));
    }

    /// <param name="fileName">The image's name.</param>
    /// <param name="maps">The levels one after the other, each [C, H, W] float16 as raw little-endian bytes.</param>
    public void Add(string fileName, ReadOnlySpan<byte> maps)
    {
        var stream = _stream ?? throw new ObjectDisposedException(nameof(FeatureFileWriter));
        var expected = _levels.Sum(level => (long)level.Count) * 2;
        if (maps.Length != expected)
        {
            throw new ArgumentException(FormattableString.Invariant($"The features of '{fileName}' have {maps.Length} bytes, not {expected}."));
        }

        _images.Add((fileName, stream.Position));
        stream.Write(maps);
    }

    /// <summary>Writes the index and gives the file its name.</summary>
    public void Complete()
    {
        var stream = _stream ?? throw new ObjectDisposedException(nameof(FeatureFileWriter));
        var index = stream.Position;
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(_levels.Count);
            foreach (var level in _levels)
            {
                writer.Write(level.Channels);
                writer.Write(level.Height);
                writer.Write(level.Width);
                writer.Write(level.Stride);
            }

            writer.Write(_images.Count);
            foreach (var (fileName, offset) in _images)
            {
                writer.Write(fileName);
                writer.Write(offset);
            }

            writer.Write(index);
        }

        stream.Flush(flushToDisk: true);
        stream.Dispose();
        _stream = null;
        File.Move(_partial, _path, overwrite: true);
    }

    /// <summary>Leaves nothing behind where the file was not completed.</summary>
    public void Dispose()
    {
        if (_stream is not null)
        {
            _stream.Dispose();
            _stream = null;
            File.Delete(_partial);
        }
    }
}
