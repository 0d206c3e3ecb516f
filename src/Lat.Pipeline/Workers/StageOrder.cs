using System.Buffers;
using System.Text.Json;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// What a worker is told: which stage of which experiment, where its inputs lie, where it writes. One JSON file, read and written field by field:
/// a serialiser would take a worker longer to start than the whole of its order to read.
/// </summary>
public sealed record StageOrder
{
    /// <summary>The file's name in the work directory.</summary>
    public const string FileName = ".order.json";

    /// <summary>The name that the experiment's results are filed under.</summary>
    public required string ExperimentName { get; init; }

    /// <summary>The experiment, every default filled in, as it was when the run was planned: a later edit of the file changes nothing.</summary>
    public required CarriedExperiment Experiment { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The revision of the stage's code that the front door found; the worker must come to the same.</summary>
    public required string CodeRevision { get; init; }

    /// <summary>The version of libtorch that the key counts on; null where nobody asked. A stage that computes with tensors refuses another.</summary>
    public string? TorchVersion { get; init; }

    /// <summary>`cpu`, or `cuda:0`: the one GPU that the worker is shown.</summary>
    public required string Device { get; init; }

    /// <summary>Absolute paths by input name.</summary>
    public required NamedMap<string> Inputs { get; init; }

    /// <summary>Where scalars for TensorBoard go, outside all that is hashed; null for nowhere.</summary>
    public string? ScalarsDirectory { get; init; }

    /// <returns>The file's path.</returns>
    public string Write(string workDirectory)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("experimentName", ExperimentName);
            json.WriteString("stage", Stage);
            json.WriteString("codeRevision", CodeRevision);
            json.WriteString("torchVersion", TorchVersion);
            json.WriteString("device", Device);
            json.WriteString("scalarsDirectory", ScalarsDirectory);
            json.WriteStartObject("inputs");
            foreach (var (name, input) in Inputs)
            {
                json.WriteString(name, input);
            }

            json.WriteEndObject();
            json.WritePropertyName("experiment");
            Experiment.WriteTo(json);
            json.WriteEndObject();
        }

        var path = Path.Combine(workDirectory, FileName);
        File.WriteAllBytes(path, bytes.WrittenSpan);
        return path;
    }

    /// <exception cref="LatException">The file is not an order.</exception>
    public static StageOrder Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var json = document.RootElement;
            var inputs = new List<KeyValuePair<string, string>>();
            foreach (var input in json.GetProperty("inputs").EnumerateObject())
            {
                inputs.Add(new(input.Name, Text(input.Value)));
            }

            return new StageOrder
            {
                ExperimentName = Text(json.GetProperty("experimentName")),
                Experiment = CarriedExperiment.Read(json.GetProperty("experiment")),
                Stage = Text(json.GetProperty("stage")),
                CodeRevision = Text(json.GetProperty("codeRevision")),
                TorchVersion = json.GetProperty("torchVersion").GetString(),
                Device = Text(json.GetProperty("device")),
                Inputs = new NamedMap<string>(inputs),
                ScalarsDirectory = json.GetProperty("scalarsDirectory").GetString(),
            };
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Not a stage's order: {path}. Orders are written by ./build.sh; see docs/architecture.md.", exception);
        }
    }

    private static string Text(JsonElement json) => json.GetString() ?? throw new JsonException("A text is missing.");
}
