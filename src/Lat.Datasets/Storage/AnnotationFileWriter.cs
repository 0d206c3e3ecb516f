using System.Buffers.Binary;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Writes the file that <see cref="AnnotationFile.Write"/> does, byte for byte, from images that come one after the other: what is held in
/// memory is their names, not their labels. The labels wait row by row in a file beside it, until all are there and become columns.
/// The file appears under its name only when complete.
/// </summary>
public sealed class AnnotationFileWriter : IDisposable
{
    private const int RowsAtOnce = 1 << 10;
    private readonly string _path;
    private readonly string _rowsPath;
    private readonly LabelSpace _labelSpace;
    private readonly List<(string FileName, ImageSize Size, int Count)> _images = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private FileStream? _rows;

    /// <param name="path">Where the file is to be.</param>
    /// <param name="labelSpace">The space of all labels.</param>
    /// <exception cref="LatException">The folder cannot be written.</exception>
    public AnnotationFileWriter(string path, LabelSpace labelSpace)
    {
        (_path, _rowsPath, _labelSpace) = (path, path + ".rows", labelSpace);
        _rows = Try(() => new FileStream(_rowsPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16));
    }

    /// <summary>How many images were added.</summary>
    public int ImageCount => _images.Count;

    /// <summary>How many labels they have.</summary>
    public long BoxCount { get; private set; }

    /// <exception cref="ArgumentException">The image was added before, or a label's class is not in the space; nothing was added.</exception>
    /// <exception cref="LatException">The disk is full.</exception>
    public void Add(AnnotatedImage image)
    {
        var rows = _rows ?? throw new ObjectDisposedException(nameof(AnnotationFileWriter));
        foreach (var label in image.Annotations.AsSpan())
        {
            if (label.ClassIndex < 0 || label.ClassIndex >= _labelSpace.Count)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The image '{image.FileName}' has a box of class {label.ClassIndex}; the label space has {_labelSpace.Count} classes."));
            }
        }

        if (!_names.Add(image.FileName))
        {
            throw new ArgumentException($"The image '{image.FileName}' stands twice in the set.");
        }

        var bytes = new byte[image.Annotations.Count * AnnotationRow.Size];
        for (var row = 0; row < image.Annotations.Count; row++)
        {
            AnnotationRow.Write(bytes.AsSpan(row * AnnotationRow.Size), image.Annotations[row]);
        }

        Try(() =>
        {
            rows.Write(bytes);
            return rows;
        });
        _images.Add((image.FileName, image.Size, image.Annotations.Count));
        BoxCount += image.Annotations.Count;
    }

    /// <summary>Makes the file; nothing can be added after it.</summary>
    /// <exception cref="LatException">The file cannot be written.</exception>
    public void Complete()
    {
        var rows = _rows ?? throw new ObjectDisposedException(nameof(AnnotationFileWriter));
        ReplacedFile.Write(_path, stream =>
        {
            using var columns = new ColumnStream(stream, AnnotationFile.Magic, AnnotationFile.Version);
            WriteTable(columns);
            var at = 0;
            foreach (var size in AnnotationRow.Fields)
            {
                WriteColumn(columns, rows, at, size);
                at += size;
            }

            columns.Finish();
        });
        Dispose();
    }

    /// <summary>Leaves nothing behind where the file was not completed.</summary>
    public void Dispose()
    {
        if (_rows is not null)
        {
            _rows.Dispose();
            _rows = null;
            File.Delete(_rowsPath);
        }
    }

    private void WriteTable(ColumnStream columns)
    {
        columns.Write(_labelSpace.Count);
        foreach (var name in _labelSpace.Classes)
        {
            columns.Write(name.Value);
        }

        columns.Write(_images.Count);
        _images.ForEach(image => columns.Write(image.FileName));
        _images.ForEach(image => columns.Write(image.Size.Width));
        _images.ForEach(image => columns.Write(image.Size.Height));
        _images.ForEach(image => columns.Write(image.Count));
    }

    private static void WriteColumn(ColumnStream columns, FileStream rows, int at, int size)
    {
        rows.Position = 0;
        var piece = new byte[RowsAtOnce * AnnotationRow.Size];
        for (var length = rows.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false); length > 0;
            length = rows.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false))
        {
            for (var row = at; row < length; row += AnnotationRow.Size)
            {
                switch (size)
                {
                    case 8:
                        columns.Write(BinaryPrimitives.ReadDoubleLittleEndian(piece.AsSpan(row)));
                        break;
                    case 4:
                        columns.Write(BinaryPrimitives.ReadInt32LittleEndian(piece.AsSpan(row)));
                        break;
                    default:
                        columns.Write(piece[row]);
                        break;
                }
            }
        }
    }

    private FileStream Try(Func<FileStream> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot write '{_rowsPath}': {exception.Message} Check the folder, its rights and the free space.", exception);
        }
    }
}
