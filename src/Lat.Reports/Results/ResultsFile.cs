using System.Text.Json;

namespace Lat.Reports;

/// <summary>Reads and writes `results.json`. The same results give the same bytes.</summary>
public static class ResultsFile
{
    /// <summary>Writes the results in their one order, aside and then in place.</summary>
    public static void Write(string path, ExperimentResults results) => WholeFile.Write(path, ToJson(results));

    /// <exception cref="LatException">The file is missing, no results, or of another version of the schema.</exception>
    public static ExperimentResults Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new LatException($"No results at '{path}'. Run the experiment first: ./build.sh Benchmark --experiment NAME.");
        }

        return FromJson(File.ReadAllText(path), path);
    }

    internal static string ToJson(ExperimentResults results) => JsonSerializer.Serialize(results.Ordered(), EvaluationJson.Options) + "\n";

    internal static ExperimentResults FromJson(string json, string path)
    {
        try
        {
            using (var document = JsonDocument.Parse(json))
            {
                RequireVersion(document.RootElement, path);
            }

            return JsonSerializer.Deserialize<ExperimentResults>(json, EvaluationJson.Options)! with { SchemaVersion = ExperimentResults.CurrentSchemaVersion };
        }
        catch (JsonException e)
        {
            throw new LatException($"'{path}' is not a results file: {e.Message} Run the experiment again to rewrite it.", e);
        }
    }

    private static void RequireVersion(JsonElement root, string path)
    {
        var version = 0;
        var isVersioned = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schemaVersion", out var element)
            && element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out version);
        if (!isVersioned)
        {
            throw new LatException($"'{path}' is not a results file: it has no schemaVersion. Give the results.json of an experiment.");
        }

        if (version is < ExperimentResults.OldestSchemaVersion or > ExperimentResults.CurrentSchemaVersion)
        {
            throw new LatException(FormattableString.Invariant(
                $"'{path}' has schemaVersion {version}; this Lat reads {ExperimentResults.OldestSchemaVersion} to {ExperimentResults.CurrentSchemaVersion}. Run the experiment again."));
        }
    }
}
