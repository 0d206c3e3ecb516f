using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The frozen features of a set of images, computed once and read many times, in one memory-mapped file: an image's maps are found by its name.
/// Any number of threads may read. A read maps the image's own part and lets go of it, so that memory does not grow with the file. The file is
/// held open until this is disposed; it must not be written to meanwhile (the store's files are read-only), but it may be removed.
/// </summary>
public sealed class FeatureFile : IFeatureSource
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly MemoryMappedFile _file;
    private readonly FeatureFileIndex _index;

    private FeatureFile(string path, FileStream stream)
    {
        (_path, _stream, _index) = (path, stream, FeatureFileIndex.Read(stream, path));
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
    }

    /// <inheritdoc/>
    public EquatableArray<FeatureShape> Levels => _index.Levels;

    /// <summary>How many images there are.</summary>
    public int Count => _index.Offsets.Count;

    /// <inheritdoc/>
    public int ByteCount => _index.ByteCount;

    /// <summary>Maps a file and reads its index; maps are read when they are asked for.</summary>
    /// <exception cref="LatException">The file is missing, is no feature file, was cut off, or its index is damaged.</exception>
    public static FeatureFile Open(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = File.OpenRead(path);
            return new FeatureFile(path, stream);
        }
        catch (Exception fault)
        {
            stream?.Dispose();
            if (fault is IOException or UnauthorizedAccessException)
            {
                throw FeatureFileFault.Inaccessible(path, fault);
            }

            throw;
        }
    }

    /// <summary>Whether there are features of an image.</summary>
    public bool Contains(string fileName) => _index.Offsets.ContainsKey(fileName);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The span is shorter than an image's maps.</exception>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public void Read(string fileName, Span<byte> maps)
    {
        if (!_index.Offsets.TryGetValue(fileName, out var offset))
        {
            throw FeatureFileFault.NoImage(_path, fileName);
        }

        if (maps.Length < ByteCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"The features of '{fileName}' have {ByteCount} bytes; there is room for {maps.Length}."));
        }

        // A mapped page beyond the file's end would end the process.
        if (_stream.Length < offset + ByteCount)
        {
            throw FeatureFileFault.CutOff(_path, fileName);
        }

        using var view = _file.CreateViewAccessor(offset, ByteCount, MemoryMappedFileAccess.Read);

        // ReadSpan copies element by element: pages at once are many times as fast as bytes.
        var pages = MemoryMarshal.Cast<byte, FeaturePage>(maps[..ByteCount]);
        var paged = pages.Length * FeaturePage.Size;
        view.SafeMemoryMappedViewHandle.ReadSpan((ulong)view.PointerOffset, pages);
        view.SafeMemoryMappedViewHandle.ReadSpan((ulong)(view.PointerOffset + paged), maps[paged..ByteCount]);
    }

    /// <summary>Closes the file; reads that are under way end well, later ones are refused.</summary>
    public void Dispose() => _file.Dispose();
}
