using System.Buffers;
using System.Text;
using System.Text.Json;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The JSON of a result: fixed order of properties, and as the last one a checksum over every byte before it, so that a manifest that was cut
/// short or altered is known by itself.
/// </summary>
internal static class ManifestFormat
{
    public const int SchemaVersion = 1;

    private static readonly byte[] _checksumOpening = Encoding.UTF8.GetBytes(",\n  \"checksum\": \"");
    private static readonly byte[] _ending = Encoding.UTF8.GetBytes("\"\n}\n");

    public static byte[] Write(StageResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            WriteBody(json, result);
        }

        // The body without its closing line; the checksum stands in for it.
        var body = buffer.WrittenSpan[..^2];
        var checksum = Encoding.UTF8.GetBytes(ContentHash.Of(body).Hex);
        return [.. body, .. _checksumOpening, .. checksum, .. _ending];
    }

    /// <exception cref="FormatException">The manifest is damaged, of another version, or not of its key.</exception>
    public static StageResult Read(ReadOnlyMemory<byte> bytes)
    {
        if (!IsWhole(bytes.Span))
        {
            throw new FormatException("the manifest does not match its checksum");
        }

        try
        {
            return ReadBody(bytes);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"the manifest is not of schema {SchemaVersion}: {exception.Message}", exception);
        }
    }

    /// <summary>Whether the bytes end with the checksum of those before.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes)
    {
        var bodyLength = bytes.Length - _ending.Length - 64 - _checksumOpening.Length;
        return bodyLength > 0 && bytes[bodyLength..].StartsWith(_checksumOpening) && bytes.EndsWith(_ending) &&
            bytes.Slice(bodyLength + _checksumOpening.Length, 64).SequenceEqual(Encoding.UTF8.GetBytes(ContentHash.Of(bytes[..bodyLength]).Hex));
    }

    private static void WriteBody(Utf8JsonWriter json, StageResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", SchemaVersion);
        json.WriteString("key", result.Key.Hex);
        json.WriteString("kind", result.Parts.Kind);
        json.WriteString("codeRevision", result.Parts.CodeRevision);
        WriteFields(json, "fields", result.Parts.Fields);
        WriteFields(json, "inputs", result.Parts.Inputs.Select(input => new SpecField(input.Name, input.Hash.Hex)));
        if (result.Parts.Seed is { } seed)
        {
            json.WriteNumber("seed", seed.Value);
        }
        else
        {
            json.WriteNull("seed");
        }

        WriteFields(json, "numerics", result.Parts.Numerics);
        json.WriteStartArray("outputs");
        foreach (var output in result.Outputs)
        {
            json.WriteStartObject();
            json.WriteString("name", output.Name);
            json.WriteString("hash", output.Hash.Hex);
            json.WriteNumber("size", output.Size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seconds", result.Measurements.Seconds);
        if (result.Measurements.PeakMemoryBytes is { } peak)
        {
            json.WriteNumber("peakMemoryBytes", peak);
        }
        else
        {
            json.WriteNull("peakMemoryBytes");
        }

        WriteFields(json, "environment", result.Measurements.Environment);
        WriteFields(json, "measurements", result.Measurements.Values);
        json.WriteEndObject();
    }

    private static StageResult ReadBody(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        if (json.GetProperty("schema").GetInt32() != SchemaVersion)
        {
            throw new JsonException($"it says schema {json.GetProperty("schema")}");
        }

        var parts = new StageKeyParts
        {
            Kind = json.GetProperty("kind").GetString()!,
            CodeRevision = json.GetProperty("codeRevision").GetString()!,
            Fields = ReadFields(json, "fields"),
            Inputs = [.. ReadFields(json, "inputs").Select(field => new KeyInput(field.Path, ContentHash.Parse(field.Value)))],
            Seed = json.GetProperty("seed") is { ValueKind: JsonValueKind.Number } seed ? new Seed(seed.GetUInt64()) : null,
            Numerics = ReadFields(json, "numerics"),
        };
        var outputs = json.GetProperty("outputs").EnumerateArray().Select(ReadOutput);
        var measurements = new StageMeasurements
        {
            Seconds = json.GetProperty("seconds").GetDouble(),
            PeakMemoryBytes = json.GetProperty("peakMemoryBytes") is { ValueKind: JsonValueKind.Number } peak ? peak.GetInt64() : null,
            Environment = ReadFields(json, "environment"),
            Values = ReadFields(json, "measurements"),
        };
        return new StageResult(StageKey.Parse(json.GetProperty("key").GetString()!), parts, [.. outputs], measurements);
    }

    // A manifest may come from elsewhere: a name in it must not lead out of a folder.
    private static StageOutput ReadOutput(JsonElement json)
    {
        var output = new StageOutput(
            json.GetProperty("name").GetString()!, ContentHash.Parse(json.GetProperty("hash").GetString()!), json.GetProperty("size").GetInt64());
        return OutputFiles.IsName(output.Name) && output.Size >= 0
            ? output
            : throw new JsonException(FormattableString.Invariant($"an output is named '{output.Name}' and has {output.Size} bytes"));
    }

    private static void WriteFields(Utf8JsonWriter json, string name, IEnumerable<SpecField> fields)
    {
        json.WriteStartObject(name);
        foreach (var field in fields)
        {
            json.WriteString(field.Path, field.Value);
        }

        json.WriteEndObject();
    }

    private static EquatableArray<SpecField> ReadFields(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateObject().Select(property => new SpecField(property.Name, property.Value.GetString()!))];
}
