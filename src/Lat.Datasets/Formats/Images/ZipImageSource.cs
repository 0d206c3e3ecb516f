using System.IO.Compression;

namespace Lat.Datasets;

/// <summary>An image inside a zip archive.</summary>
/// <param name="Archive">The archive's path.</param>
/// <param name="Entry">The entry's full name in it.</param>
public sealed record ZipImageSource(string Archive, string Entry) : ImageSource
{
    /// <inheritdoc />
    public override string File => Archive;

    /// <inheritdoc />
    public override string Location => $"'{Archive}', entry '{Entry}'";

    /// <summary>Whether the archive is there; who lists an archive checks the entry.</summary>
    public override bool Exists => System.IO.File.Exists(Archive);

    /// <inheritdoc />
    public override Stream Open()
    {
        try
        {
            using var zip = ZipFile.OpenRead(Archive);
            var entry = zip.GetEntry(Entry) ?? throw new InvalidDataException("The archive has no such entry.");
            if (entry.Length > MaxBytes)
            {
                throw new InvalidDataException(FormattableString.Invariant($"The entry claims {entry.Length} bytes."));
            }

            using var packed = entry.Open();
            var bytes = new byte[entry.Length];
            packed.ReadExactly(bytes);
            return new MemoryStream(bytes, writable: false);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }
}
