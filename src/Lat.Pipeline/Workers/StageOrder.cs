using System.Text.Json;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What a worker is told: which stage of which experiment, where its inputs lie, where it writes. One JSON file.</summary>
public sealed record StageOrder
{
    /// <summary>The file's name in the work directory.</summary>
    public const string FileName = ".order.json";

    /// <summary>The name that the experiment's results are filed under.</summary>
    public required string ExperimentName { get; init; }

    /// <summary>The experiment, every default filled in, as it was when the run was planned: a later edit of the file changes nothing.</summary>
    public required string ExperimentYaml { get; init; }

    /// <summary>The stage's name.</summary>
    public required string Stage { get; init; }

    /// <summary>The key that the front door computed; the worker must come to the same fields.</summary>
    public required string CodeRevision { get; init; }

    /// <summary>The version of libtorch that the key counts on; null where nobody asked. A stage that computes with tensors refuses another.</summary>
    public string? TorchVersion { get; init; }

    /// <summary>`cpu`, or `cuda:0`: the one GPU that the worker is shown.</summary>
    public required string Device { get; init; }

    /// <summary>Absolute paths by input name.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>Where scalars for TensorBoard go, outside all that is hashed; null for nowhere.</summary>
    public string? ScalarsDirectory { get; init; }

    public string Write(string workDirectory)
    {
        var path = Path.Combine(workDirectory, FileName);
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));
        return path;
    }

    /// <exception cref="LatException">The file is not an order.</exception>
    public static StageOrder Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<StageOrder>(File.ReadAllBytes(path), JsonSerializerOptions.Web)
                ?? throw new LatException($"The order is empty: {path}.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Not a stage's order: {path}. Orders are written by ./build.sh; see docs/architecture.md.", exception);
        }
    }
}
