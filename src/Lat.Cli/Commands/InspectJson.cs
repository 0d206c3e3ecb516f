using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lat.Datasets;

namespace Lat.Cli;

/// <summary>What `lat inspect --json` writes.</summary>
internal static class InspectJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Of(DatasetFormat format, DatasetSummary summary)
    {
        var documentation = format.Documentation;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                format = format.Name,
                title = format.Title,
                summary.Images,
                summary.ImagesWithoutBoxes,
                summary.Boxes,
                summary.Sequences,
                classes = summary.Classes.ToArray(),
                imageSizes = summary.ImageSizes.ToDictionary(),
                boxSizes = summary.BoxSizes.ToDictionary(),
                convention = new
                {
                    documentation.Maximum,
                    documentation.Extent,
                    documentation.BoxRules,
                    documentation.CrowdRule,
                    documentation.IgnoreRule,
                    documentation.Licence,
                },
                counts = summary.Report.Counts.ToDictionary(),
                summary.Report.WarningCount,
                warnings = summary.Report.Warnings.ToArray(),
            },
            Options);
    }
}
