using System.IO.Compression;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>A listing on disk, compressed; it proves itself by its identity.</summary>
internal static class CodeListingFile
{
    // A listing is some hundred kilobytes; whoever plants a larger one wants the memory.
    private const int SizeLimit = 64 << 20;

    /// <summary>The listing of an identity; null where the file is absent, damaged or another's.</summary>
    public static CodeListing? Read(string path, ContentHash identity)
    {
        try
        {
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            using var text = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int count; (count = file.Read(buffer)) > 0 && text.Length < SizeLimit;)
            {
                text.Write(buffer, 0, count);
            }

            var bytes = text.ToArray();
            return ContentHash.Of(bytes) == identity ? CodeListing.TryParse(bytes) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">The disk refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, CodeListing listing)
    {
        using var packed = new MemoryStream();
        using (var file = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            file.Write(listing.Text.Span);
        }

        WriteWhole(path, packed.ToArray());
    }

    /// <summary>Writes aside and moves into place, so that nobody reads half a file.</summary>
    public static void WriteWhole(string path, byte[] bytes)
    {
        var aside = FormattableString.Invariant($"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.partial");
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, path, overwrite: true);
    }
}
