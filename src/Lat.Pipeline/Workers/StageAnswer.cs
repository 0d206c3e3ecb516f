using System.Text.Json;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What a worker says when its stage is done: the files it made, and what it took.</summary>
/// <param name="Outputs">Relative to the work directory.</param>
/// <param name="PeakMemoryBytes">The largest resident memory; null where the system does not tell.</param>
public sealed record StageAnswer(IReadOnlyList<string> Outputs, long? PeakMemoryBytes)
{
    /// <summary>The file's name in the work directory.</summary>
    public const string FileName = ".answer.json";

    public void Write(string workDirectory) =>
        File.WriteAllBytes(Path.Combine(workDirectory, FileName), JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));

    /// <exception cref="LatException">The worker left no answer.</exception>
    public static StageAnswer Read(string workDirectory)
    {
        var path = Path.Combine(workDirectory, FileName);
        return File.Exists(path) && JsonSerializer.Deserialize<StageAnswer>(File.ReadAllBytes(path), JsonSerializerOptions.Web) is { } answer
            ? answer
            : throw new LatException($"The worker ended without an answer in {path}. Run again.");
    }
}
