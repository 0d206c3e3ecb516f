using System.Runtime.CompilerServices;

namespace Lat.Datasets;

/// <summary>
/// A parquet file as the library may read it. The library walks over what it does not know one call deeper for every level of nesting, so that a
/// header of nothing but beginnings of lists would end the process by a stack overflow. Each level takes a byte from here, and here it ends as an
/// exception.
/// </summary>
internal sealed class ParquetStream(string path) : Stream
{
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    /// <exception cref="InsufficientExecutionStackException">The caller is nested too deeply.</exception>
    public override int ReadByte()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _file.ReadByte();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InsufficientExecutionStackException">The caller is nested too deeply.</exception>
    public override int Read(Span<byte> buffer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return _file.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _file.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _file.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
