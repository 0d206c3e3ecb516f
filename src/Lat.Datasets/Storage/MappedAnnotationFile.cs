using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// An annotation file that stays on the disk: its columns are mapped, not copied, and each image's labels are made when they are asked for.
/// For who wants a part of millions of boxes, or one column of them. Any number of threads may read.
/// </summary>
public sealed class MappedAnnotationFile : IDisposable
{
    private const int Chunk = 1 << 20;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly SafeBuffer _buffer;
    private readonly MappedColumns _columns;
    private readonly long _length;

    private MappedAnnotationFile(MemoryMappedFile file, string path, long length)
    {
        (_file, _length) = (file, length);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _buffer = _view.SafeMemoryMappedViewHandle;
        try
        {
            Verify(path);
            _columns = MappedColumns.Read(new MappedCursor(_buffer, length - SHA256.HashSizeInBytes, path));
        }
        catch
        {
            _view.Dispose();
            throw;
        }
    }

    /// <summary>The classes.</summary>
    public LabelSpace LabelSpace => _columns.Table.LabelSpace;

    /// <summary>How many images there are.</summary>
    public int ImageCount => _columns.Table.Images.Count;

    /// <summary>How many boxes there are.</summary>
    public int BoxCount => _columns.Table.RowCount;

    /// <summary>Maps a file and verifies its hash.</summary>
    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static MappedAnnotationFile Open(string path)
    {
        MemoryMappedFile? file = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < AnnotationFile.Magic.Length + 4 + SHA256.HashSizeInBytes)
            {
                throw MappedCursor.Damaged(path, "it is cut off");
            }

            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            return new MappedAnnotationFile(file, path, length);
        }
        catch (Exception exception)
        {
            file?.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new LatException($"Cannot read an annotation file from '{path}': {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <summary>The class of every box, [BoxCount], in the order of the images; a copy.</summary>
    public int[] ClassIndices() => Copy<int>(_columns.Classes, BoxCount);

    /// <summary>The four corners of every box, [4][BoxCount] pixels: x1, y1, x2, y2; a copy.</summary>
    public double[][] Corners() => [.. _columns.Corners.Select(offset => Copy<double>(offset, BoxCount))];

    /// <summary>An image and its labels.</summary>
    /// <param name="index">From 0 to <see cref="ImageCount"/>.</param>
    public AnnotatedImage Image(int index)
    {
        var image = _columns.Table.Images[index];
        var labels = new Annotation[image.Count];
        for (var row = 0; row < image.Count; row++)
        {
            labels[row] = _columns.Label(_buffer, image.Start + row);
        }

        return new AnnotatedImage(image.FileName, image.Size, labels.ToEquatableArray());
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private void Verify(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (content, chunk) = (_length - SHA256.HashSizeInBytes, new MappedChunk[Chunk / MappedChunk.Size]);
        var bytes = MemoryMarshal.AsBytes(chunk.AsSpan());
        for (var at = 0L; at < content; at += bytes.Length)
        {
            var length = (int)Math.Min(bytes.Length, content - at);
            var whole = length / MappedChunk.Size;
            _buffer.ReadSpan<MappedChunk>((ulong)at, chunk.AsSpan(0, whole));
            _buffer.ReadSpan<byte>((ulong)(at + ((long)whole * MappedChunk.Size)), bytes[(whole * MappedChunk.Size)..length]);
            hash.AppendData(bytes[..length]);
        }

        var cursor = new MappedCursor(_buffer, content, path);
        if (Encoding.ASCII.GetString(cursor.Take(AnnotationFile.Magic.Length)) != AnnotationFile.Magic)
        {
            throw new LatException($"'{path}' is not an annotation file: it does not begin with '{AnnotationFile.Magic}'. Was it written by Lat?");
        }

        var version = cursor.ReadInt32();
        if (version != AnnotationFile.Version)
        {
            throw new LatException(FormattableString.Invariant(
                $"'{path}' is an annotation file of version {version}; this program reads version {AnnotationFile.Version}. Make it anew with this version of Lat."));
        }

        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(Copy<byte>(content, SHA256.HashSizeInBytes)))
        {
            throw MappedCursor.Damaged(path, "its content does not fit the hash at its end");
        }
    }

    private T[] Copy<T>(long offset, int count)
        where T : unmanaged
    {
        var values = new T[count];
        _buffer.ReadSpan<T>((ulong)offset, values);
        return values;
    }
}
