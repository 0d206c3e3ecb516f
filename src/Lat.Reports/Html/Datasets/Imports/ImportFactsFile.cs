using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Reports;

/// <summary>Reads the card that an import leaves; what the page does not show of it is skipped.</summary>
public static class ImportFactsFile
{
    private static readonly JsonSerializerOptions Options = new(EvaluationJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <param name="path">The file.</param>
    /// <exception cref="LatException">It is no such card.</exception>
    public static ImportFacts Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportFacts>(File.ReadAllBytes(path), Options) ?? throw new JsonException("it holds null.");
        }
        catch (JsonException e)
        {
            throw new LatException($"'{path}' is not the card of an import: {e.Message} Delete the file and run its stage again.", e);
        }
    }
}
