using System.Buffers.Binary;
using System.Text.Json;
using Lat.Core;

namespace Lat.Detection;

/// <summary>Reads and checks the header of a safetensors file; a bad one is refused with what is wrong.</summary>
internal static class SafeTensorsHeader
{
    // The format's own limit; a larger number means that the file is something else.
    private const long LargestHeader = 100_000_000;

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
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new LatException($"'{path}' is not a safetensors file: its header cannot be read ({exception.Message}).", exception);
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
        var offsets = property.Value.GetProperty("data_offsets");
        var (start, end) = (offsets[0].GetInt64(), offsets[1].GetInt64());
        var expected = shape.Aggregate(1L, (product, side) => product * side) * SafeTensorsType.SizeOf(type);
        if (start < 0 || end - start != expected)
        {
            faults.Add($"{property.Name}: {typeName} [{string.Join(", ", shape)}] has {expected} bytes, the header gives it {end - start}");
            return null;
        }

        if (dataStart + end > fileLength)
        {
            faults.Add($"{property.Name}: ends at byte {dataStart + end}, but the file has {fileLength}: it is truncated");
            return null;
        }

        return new SafeTensorsEntry(property.Name, type, shape, dataStart + start, expected);
    }
}
