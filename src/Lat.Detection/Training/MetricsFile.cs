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
    private readonly StringBuilder _lines;

    /// <param name="folder">The work folder.</param>
    /// <param name="lines">
    /// The lines up to where the run goes on, as its checkpoint has them: the file itself may have lost or gained some when the earlier attempt ended.
    /// </param>
    public MetricsFile(string folder, string lines)
    {
        _path = Path.Combine(folder, "metrics.jsonl");
        _lines = new StringBuilder(lines);
        var temporary = _path + ".partial";
        File.WriteAllText(temporary, lines);
        File.Move(temporary, _path, overwrite: true);
    }

    /// <summary>All lines so far.</summary>
    public string Lines => _lines.ToString();

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

        var line = Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
        _lines.Append(line);
        File.AppendAllText(_path, line);
    }
}
