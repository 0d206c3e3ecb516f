using System.Text;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>Reads the text of a file and refuses what cannot be an experiment: too large, not UTF-8, with control characters.</summary>
internal static class SpecFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string ReadText(string path, FaultList faults)
    {
        var bytes = ReadBytes(path, faults);
        try
        {
            return Utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw faults.Fatal(
                FormattableString.Invariant($"the file is not UTF-8 text: byte {fault.Index} is 0x{fault.BytesUnknown?[0]:x2}"),
                FilePosition.OfWhole(path));
        }
    }

    /// <summary>A control character would be shown as nothing, and the parser takes some for the end of the text.</summary>
    public static void RefuseControlCharacters(string text, Func<int, int, FilePosition> locate, FaultList faults)
    {
        var (line, column) = (1, 1);
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\u0085'))
            {
                var name = FormattableString.Invariant($"U+{(int)character:X4}");
                throw faults.Fatal($"control character {name}; delete it, or write it as an escape in double quotes", locate(line, column));
            }

            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }
    }

    private static byte[] ReadBytes(string path, FaultList faults)
    {
        try
        {
            // A device has no length that could be asked for: read up to the limit and one byte more.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new byte[DocumentLimits.FileBytes + 1];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (count > DocumentLimits.FileBytes)
            {
                throw faults.Fatal(
                    FormattableString.Invariant($"the file is larger than {DocumentLimits.FileBytes} bytes; an experiment is not"),
                    FilePosition.OfWhole(path));
            }

            return buffer[..count];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = fault is FileNotFoundException or DirectoryNotFoundException
                ? $"there is no such file{NeighbourFiles.Describe(path)}"
                : Directory.Exists(path) ? "this is a folder; name a YAML file"
                : $"the file cannot be read: {fault.Message}";
            throw faults.Fatal(reason, FilePosition.OfWhole(path));
        }
    }
}
