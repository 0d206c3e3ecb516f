using System.Text.Json;

namespace Lat.Reports;

/// <summary>Reads the scalars that a training leaves: one JSON object a line, `{"iteration": 20, …, "losses": {…}}`.</summary>
public static class TrainingCurveFile
{
    /// <param name="stage">The stage that left the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="LatException">A line is no such object.</exception>
    public static TrainingCurve Read(string stage, string path)
    {
        var iterations = new List<int>();
        var losses = new List<Dictionary<string, double>>();
        var names = new List<string>();
        foreach (var (line, number) in File.ReadLines(path).Select((line, index) => (line, index + 1)).Where(entry => entry.line.Length > 0))
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                iterations.Add(document.RootElement.GetProperty("iteration").GetInt32());
                losses.Add(document.RootElement.GetProperty("losses").EnumerateObject().ToDictionary(
                    loss => loss.Name, loss => loss.Value.ValueKind == JsonValueKind.Number ? loss.Value.GetDouble() : double.NaN, StringComparer.Ordinal));
                names.AddRange(losses[^1].Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new LatException(
                    FormattableString.Invariant($"'{path}', line {number}: not the scalars of a training ({e.Message}). Delete the file and run its stage again."), e);
            }
        }

        return new TrainingCurve(
            stage,
            iterations.ToEquatableArray(),
            names.Select(name => new LossCurve(name, losses.Select(entry => entry.GetValueOrDefault(name, double.NaN)).ToEquatableArray())).ToEquatableArray());
    }
}
