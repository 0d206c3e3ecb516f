using System.Buffers;
using System.Text.Json;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What a worker says when its stage is done: the files it made, and what it took.</summary>
/// <param name="Outputs">Relative to the work directory.</param>
/// <param name="PeakMemoryBytes">The largest resident memory; null where the system does not tell.</param>
public sealed record StageAnswer(EquatableArray<string> Outputs, long? PeakMemoryBytes)
{
    /// <summary>The file's name in the work directory.</summary>
    public const string FileName = ".answer.json";

    public void Write(string workDirectory)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("outputs");
            foreach (var output in Outputs.AsSpan())
            {
                json.WriteStringValue(output);
            }

            json.WriteEndArray();
            if (PeakMemoryBytes is { } memory)
            {
                json.WriteNumber("peakMemoryBytes", memory);
            }

            json.WriteEndObject();
        }

        File.WriteAllBytes(Path.Combine(workDirectory, FileName), bytes.WrittenSpan);
    }

    /// <exception cref="LatException">The worker left no answer.</exception>
    public static StageAnswer Read(string workDirectory)
    {
        var path = Path.Combine(workDirectory, FileName);
        if (!File.Exists(path))
        {
            throw new LatException($"The worker ended without an answer in {path}. Run again.");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var outputs = json.RootElement.GetProperty("outputs");
            var names = new string[outputs.GetArrayLength()];
            for (var index = 0; index < names.Length; index++)
            {
                names[index] = outputs[index].GetString() ?? throw new JsonException("An output has no name.");
            }

            return new StageAnswer([.. names], json.RootElement.TryGetProperty("peakMemoryBytes", out var memory) ? memory.GetInt64() : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new LatException($"The worker's answer cannot be read: {path}. Run again.", exception);
        }
    }
}
