using Lat.Core;

namespace Lat.Datasets;

/// <summary>An image in a column of a parquet file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Column">The column of byte strings.</param>
/// <param name="Group">The row group, from 0.</param>
/// <param name="Row">The row in the group, from 0.</param>
public sealed record ParquetImageSource(string Path, string Column, int Group, int Row) : ImageSource
{
    private static readonly Lock Gate = new();
    private static readonly WeakReference<Chunk> Latest = new(new Chunk("", "", 0, []));

    /// <inheritdoc />
    public override string File => Path;

    /// <inheritdoc />
    public override string Location => FormattableString.Invariant($"'{Path}', row group {Group}, row {Row} of '{Column}'");

    /// <inheritdoc />
    public override bool Exists => System.IO.File.Exists(Path);

    /// <summary>The image. A column is unpacked a row group at a time, so the last one is kept for as long as memory allows: read in order.</summary>
    /// <exception cref="LatException">The file is damaged, or the row has no image.</exception>
    public override Stream Open()
    {
        byte[]?[] images;
        lock (Gate)
        {
            if (!Latest.TryGetTarget(out var chunk) || chunk.Path != Path || chunk.Column != Column || chunk.Group != Group)
            {
                using var table = ParquetTable.Open(Path);
                chunk = new Chunk(Path, Column, Group, table.Bytes(Group, Column));
                Latest.SetTarget(chunk);
            }

            images = chunk.Images;
        }

        return Row < images.Length && images[Row] is { Length: > 0 } bytes
            ? new MemoryStream(bytes, writable: false)
            : throw new LatException($"There is no image at {Location}. Download the file again.");
    }

    private sealed record Chunk(string Path, string Column, int Group, byte[]?[] Images);
}
