using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>A file in columns that stays on the disk; the whole of it is verified against its hash before anything is believed.</summary>
internal sealed class MappedFile : IDisposable
{
    private const int Chunk = 1 << 20;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly string _path;
    private readonly long _content;

    private MappedFile(MemoryMappedFile file, string path, long content)
    {
        (_file, _path, _content) = (file, path, content);
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <summary>The file's bytes.</summary>
    public SafeBuffer Buffer => _view.SafeMemoryMappedViewHandle;

    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static MappedFile Open(string path, string magic, int version, string kind)
    {
        MemoryMappedFile? file = null;
        MappedFile? mapped = null;
        try
        {
            var length = new FileInfo(path).Length;
            if (length < magic.Length + 4 + SHA256.HashSizeInBytes)
            {
                throw MappedCursor.Damaged(path, "it is cut off");
            }

            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            mapped = new MappedFile(file, path, length - SHA256.HashSizeInBytes);
            mapped.Verify(magic, version, kind);
            return mapped;
        }
        catch (Exception exception)
        {
            mapped?.Dispose();
            file?.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new LatException($"Cannot read {kind} from '{path}': {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <summary>Walks from the file's beginning.</summary>
    public MappedCursor Walk() => new(Buffer, _content, _path);

    /// <summary>A copy of values that lie one after the other.</summary>
    public T[] Copy<T>(long offset, int count)
        where T : unmanaged
    {
        var values = new T[count];
        Buffer.ReadSpan<T>((ulong)offset, values);
        return values;
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private void Verify(string magic, int version, string kind)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new MappedChunk[Chunk / MappedChunk.Size];
        var bytes = MemoryMarshal.AsBytes(chunk.AsSpan());
        for (var at = 0L; at < _content; at += bytes.Length)
        {
            var length = (int)Math.Min(bytes.Length, _content - at);
            var whole = length / MappedChunk.Size;
            Buffer.ReadSpan<MappedChunk>((ulong)at, chunk.AsSpan(0, whole));
            Buffer.ReadSpan<byte>((ulong)(at + ((long)whole * MappedChunk.Size)), bytes[(whole * MappedChunk.Size)..length]);
            hash.AppendData(bytes[..length]);
        }

        var cursor = Walk();
        if (Encoding.ASCII.GetString(cursor.Take(magic.Length)) != magic)
        {
            throw new LatException($"'{_path}' is not {kind}: it does not begin with '{magic}'. Was it written by Lat?");
        }

        var found = cursor.ReadInt32();
        if (found != version)
        {
            throw new LatException(FormattableString.Invariant(
                $"'{_path}' is {kind} of version {found}; this program reads version {version}. Make it anew with this version of Lat."));
        }

        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(Copy<byte>(_content, SHA256.HashSizeInBytes)))
        {
            throw MappedCursor.Damaged(_path, "its content does not fit the hash at its end");
        }
    }
}
