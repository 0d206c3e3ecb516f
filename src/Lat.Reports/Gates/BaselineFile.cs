using System.Text.Json;

namespace Lat.Reports;

/// <summary>Reads and writes `experiments/baselines/NAME.json`. The same baseline gives the same bytes.</summary>
public static class BaselineFile
{
    /// <summary>Where the baseline of an experiment lies.</summary>
    /// <param name="rootDirectory">The repository's root.</param>
    /// <param name="experiment">The experiment's name.</param>
    public static string PathOf(string rootDirectory, string experiment) => Path.Combine(rootDirectory, "experiments", "baselines", $"{experiment}.json");

    /// <summary>Writes the file whole or not at all.</summary>
    /// <exception cref="LatException">It cannot be written.</exception>
    public static void Write(string path, GateBaseline baseline) => WholeFile.Write(path, JsonSerializer.Serialize(baseline, EvaluationJson.Options) + "\n");

    /// <summary>The baseline; null where there is no file.</summary>
    /// <exception cref="LatException">The file is no baseline, or of another version of the schema.</exception>
    public static GateBaseline? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var baseline = JsonSerializer.Deserialize<GateBaseline>(File.ReadAllText(path), EvaluationJson.Options)
                ?? throw new JsonException("It is empty.");
            return baseline.SchemaVersion == GateBaseline.CurrentSchemaVersion ? baseline : throw new LatException(FormattableString.Invariant(
                $"'{path}' has schemaVersion {baseline.SchemaVersion}; this Lat reads {GateBaseline.CurrentSchemaVersion}. Run the target Gate with --update-baseline."));
        }
        catch (JsonException e)
        {
            throw new LatException($"'{path}' is not a baseline: {e.Message} Take the committed one, or run the target Gate with --update-baseline.", e);
        }
    }
}
