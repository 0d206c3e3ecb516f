using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>A dataset's card as JSON: the same bytes for the same data, wherever they lie.</summary>
public static class ImportCardFile
{
    /// <summary>How many groups of duplicates, broken images and warnings are named; the numbers count all.</summary>
    private const int MaxNamed = 100;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="path">Where to write.</param>
    /// <param name="card">What.</param>
    /// <param name="root">The dataset's folder: paths in warnings begin there.</param>
    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, ImportCard card, string root)
    {
        var (documentation, summary) = (card.Format.Documentation, card.Summary);
        var prefix = Path.GetFullPath(root).TrimEnd('/') + "/";
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                format = card.Format.Name,
                title = card.Format.Title,
                documentation.Licence,
                convention = new { documentation.Maximum, documentation.Extent, documentation.BoxRules, documentation.CrowdRule, documentation.IgnoreRule },
                summary.Images,
                summary.ImagesWithoutBoxes,
                summary.Sequences,
                summary.Boxes,
                card.CrowdShare,
                classes = summary.Classes.ToArray(),
                imageSizes = summary.ImageSizes.ToDictionary(),
                boxSizes = summary.BoxSizes.ToDictionary(),
                boxSides = card.BoxSides.Select(step => new { step.Below, step.Boxes }).ToArray(),
                identicalImages = Groups(card.Duplicates.Identical),
                similarImages = Groups(card.Duplicates.Similar),
                brokenImages = new { count = card.Broken.Count, named = card.Broken.Take(MaxNamed).Select(Relative).ToArray() },
                counts = summary.Report.Counts.ToDictionary(),
                warnings = new { count = summary.Report.WarningCount, named = summary.Report.Warnings.Take(MaxNamed).Select(warning => Relative(warning.ToString())).ToArray() },
            },
            Options);
        ReplacedFile.Write(path, stream => stream.Write(content));

        string Relative(string text) => text.Replace(prefix, "", StringComparison.Ordinal);
    }

    private static object Groups(EquatableArray<EquatableArray<string>> groups) => new
    {
        groups = groups.Count,
        images = groups.Sum(group => group.Count),
        named = groups.Take(MaxNamed).Select(group => group.Take(MaxNamed).ToArray()).ToArray(),
    };
}
