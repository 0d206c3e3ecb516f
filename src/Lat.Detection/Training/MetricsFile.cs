using System.Text;
using System.Text.Json;

namespace Lat.Detection;

/// <summary>
/// The scalars of a run, one JSON object a line: {"iteration": 20, "learningRate": …, "gradientNorm": …, "losses": {…}}, with "skippedSteps"
/// once there are any. No times, so that two equal runs write equal lines.
/// </summary>
internal sealed class MetricsFile
{
    private readonly string _path;

    /// <param name="folder">The work folder.</param>
    /// <param name="start">The iteration that the run goes on with; later lines of an earlier attempt are dropped.</param>
    public MetricsFile(string folder, int start)
    {
        _path = Path.Combine(folder, "metrics.jsonl");
        var kept = start > 0 && File.Exists(_path) ? File.ReadAllLines(_path).Where(line => IterationOf(line) <= start) : [];
        var temporary = _path + ".partial";
        File.WriteAllLines(temporary, kept);
        File.Move(temporary, _path, overwrite: true);
    }

    public void Append(TrainingProgress progress)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("iteration", progress.Iteration);
            json.WriteNumber("learningRate", progress.LearningRate);
            json.WriteNumber("gradientNorm", progress.GradientNorm);
            if (progress.SkippedSteps > 0)
            {
                json.WriteNumber("skippedSteps", progress.SkippedSteps);
            }

            json.WriteStartObject("losses");
            foreach (var loss in progress.Losses)
            {
                json.WriteNumber(loss.Name, loss.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        File.AppendAllText(_path, Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }

    /// <summary>The iteration of a line; none of a line that a killed process left half written.</summary>
    private static int IterationOf(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.GetProperty("iteration").GetInt32();
        }
        catch (JsonException)
        {
            return int.MaxValue;
        }
    }
}
