using System.Buffers.Binary;
using System.Text.Json;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Reads and checks the header of a safetensors file; a bad one is refused with what is wrong.</summary>
internal static class SafeTensorsHeader
{
    // The format's own limit; a larger number means that the file is something else.
    private const long LargestHeader = 100_000_000;

    private const int MostAxes = 64;

    public static (EquatableArray<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata) Read(Stream stream, string path)
    {
        var header = ReadHeader(stream, path);
        var dataStart = 8L + header.Length;
        var (entries, faults) = (new List<SafeTensorsEntry>(), new List<string>());
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(header);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__")
                {
                    foreach (var text in property.Value.EnumerateObject())
                    {
                        metadata[text.Name] = text.Value.GetString() ?? "";
                    }
                }
                else if (EntryOf(property, dataStart, stream.Length, faults) is { } entry)
                {
                    entries.Add(entry);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new LatException($"'{path}' is not a safetensors file: its header cannot be read ({exception.Message}).", exception);
        }

        faults.AddRange(entries.GroupBy(entry => entry.Name).Where(group => group.Count() > 1).Select(group => $"{group.Key}: there are two of this name"));
        if (faults.Count == 0)
        {
            CheckCoverage(entries, dataStart, stream.Length, faults);
        }

        if (faults.Count > 0)
        {
            throw new LatException($"'{path}' is damaged:\n{string.Join('\n', faults.Select(fault => "  " + fault))}\nFetch or make it again.");
        }

        return (entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToEquatableArray(), metadata);
    }

    private static byte[] ReadHeader(Stream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[8];
        if (stream.ReadAtLeast(prefix, 8, throwOnEndOfStream: false) < 8)
        {
            throw new LatException($"'{path}' is not a safetensors file: it has only {stream.Length} bytes.");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is < 2 or > LargestHeader)
        {
            throw new LatException($"'{path}' is not a safetensors file: it does not begin with the length of a header.");
        }

        if (8 + length > stream.Length)
        {
            throw new LatException($"'{path}' is truncated: its header has {length} bytes, the file {stream.Length}. Fetch or make it again.");
        }

        var header = new byte[length];
        stream.ReadExactly(header);
        return header;
    }

    private static SafeTensorsEntry? EntryOf(JsonProperty property, long dataStart, long fileLength, List<string> faults)
    {
        var typeName = property.Value.GetProperty("dtype").GetString() ?? "";
        if (!SafeTensorsType.TryParse(typeName, out var type))
        {
            faults.Add($"{property.Name}: unknown type '{typeName}'; known are {SafeTensorsType.KnownNames}");
            return null;
        }

        var shape = property.Value.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()).ToEquatableArray();
        var offsets = property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64()).ToArray();
        if (offsets is not [var start and >= 0, var end and >= 0] || ByteCount(shape, type) is not { } expected)
        {
            faults.Add($"{property.Name}: {typeName} [{string.Join(", ", shape)}] at [{string.Join(", ", offsets)}] cannot be");
            return null;
        }

        if (end - start != expected)
        {
            faults.Add($"{property.Name}: {typeName} [{string.Join(", ", shape)}] has {expected} bytes, the header gives it {end - start}");
            return null;
        }

        if (end > fileLength - dataStart)
        {
            faults.Add($"{property.Name}: ends at byte {(decimal)dataStart + end}, but the file has {fileLength}: it is truncated");
            return null;
        }

        return new SafeTensorsEntry(property.Name, type, shape, dataStart + start, expected);
    }

    /// <returns>Null where a side is negative, or the product is larger than any file.</returns>
    private static long? ByteCount(EquatableArray<long> shape, TorchSharp.torch.ScalarType type)
    {
        var count = (Int128)SafeTensorsType.SizeOf(type);
        foreach (var side in shape)
        {
            count = side < 0 || shape.Count > MostAxes || count > long.MaxValue ? Int128.MaxValue : count * side;
        }

        return count > long.MaxValue ? null : (long)count;
    }

    /// <summary>The tensors must follow each other without a gap to the end of the file: numbers that no name owns could hide anything.</summary>
    private static void CheckCoverage(List<SafeTensorsEntry> entries, long dataStart, long fileLength, List<string> faults)
    {
        var expected = dataStart;
        foreach (var entry in entries.OrderBy(entry => entry.Offset).ThenBy(entry => entry.Length))
        {
            if (entry.Offset != expected)
            {
                faults.Add($"{entry.Name}: begins at byte {entry.Offset} of the file, where {expected} is expected: tensors overlap or leave a gap");
                return;
            }

            expected += entry.Length;
        }

        if (expected != fileLength)
        {
            faults.Add($"the tensors end at byte {expected}, but the file has {fileLength}");
        }
    }
}
