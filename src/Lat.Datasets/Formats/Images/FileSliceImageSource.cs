namespace Lat.Datasets;

/// <summary>An image that lies unpacked inside a larger file (a record of a TFRecord).</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">The position of the first byte of the image.</param>
/// <param name="Length">How many bytes it has.</param>
public sealed record FileSliceImageSource(string Path, long Offset, int Length) : ImageSource
{
    /// <inheritdoc />
    public override string File => Path;

    /// <inheritdoc />
    public override string Location => FormattableString.Invariant($"'{Path}', bytes {Offset} to {Offset + Length}");

    /// <inheritdoc />
    public override bool Exists => Length > 0 && new FileInfo(Path) is { Exists: true } file && file.Length >= Offset + Length;

    /// <inheritdoc />
    public override Stream Open()
    {
        try
        {
            using var handle = System.IO.File.OpenHandle(Path);
            var bytes = new byte[Length];
            var done = 0;
            while (done < Length)
            {
                var read = RandomAccess.Read(handle, bytes.AsSpan(done), Offset + done);
                if (read == 0)
                {
                    throw new EndOfStreamException("The file is shorter than when it was indexed.");
                }

                done += read;
            }

            return new MemoryStream(bytes, writable: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }
}
