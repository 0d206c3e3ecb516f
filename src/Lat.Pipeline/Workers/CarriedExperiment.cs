using System.Buffers;
using System.Text.Json;

namespace Lat.Pipeline;

/// <summary>
/// An experiment on its way to a worker: bound, checked, and with every default filled in, so that the worker neither reads YAML nor asks a rule.
/// Written once for all the stages of a run.
/// </summary>
public sealed class CarriedExperiment
{
    private readonly Lazy<byte[]> _json;

    /// <param name="value">The experiment.</param>
    public CarriedExperiment(Experiment value)
    {
        Value = value;
        _json = new Lazy<byte[]>(Encode);
    }

    /// <summary>The experiment.</summary>
    public Experiment Value { get; }

    /// <exception cref="JsonException">It is not what <see cref="WriteTo"/> writes, or that of a program with other fields; so for the other exceptions of <see cref="RecordStateReader"/>.</exception>
    internal static CarriedExperiment Read(JsonElement json) =>
        new((Experiment?)RecordStateReader.Read(json, typeof(Experiment)) ?? throw new JsonException("There is no experiment."));

    internal void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(_json.Value, skipInputValidation: true);

    private byte[] Encode()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            RecordStateWriter.Write(json, typeof(Experiment), Value);
        }

        // A stage of another experiment than the one that was planned would be filed under a wrong key: better no stage.
        using var written = JsonDocument.Parse(bytes.WrittenMemory);
        return Value.Equals(Read(written.RootElement).Value)
            ? bytes.WrittenSpan.ToArray()
            : throw new InvalidOperationException("The experiment does not reach a worker as it is.");
    }
}
