using System.Globalization;
using System.Text.Json.Nodes;

namespace Lat.Reports;

/// <summary>Writes a batch as Label Studio's tasks: one for each image, the labels as predictions in percent of the image.</summary>
internal static class LabelStudioWriter
{
    /// <summary>What the address of an image begins with: local files, served from the folder that LABEL_STUDIO_LOCAL_FILES_DOCUMENT_ROOT names.</summary>
    public const string LocalFiles = "/data/local-files/?d=images/";

    public static string Write(ReviewBatch batch) =>
        new JsonArray([.. batch.Labels.Images.Select(image => (JsonNode)TaskOf(batch, image))]).ToJsonString(EvaluationJson.Options) + "\n";

    private static JsonObject TaskOf(ReviewBatch batch, AnnotatedImage image)
    {
        var results = new JsonArray();
        foreach (var label in image.Annotations)
        {
            results.Add(Result(image, results.Count, batch.Labels.LabelSpace[label.ClassIndex].Value, label.Box, label.Confidence, ReviewReasonText.Of(batch.ReasonsOf(image.FileName, label))));
        }

        foreach (var hint in batch.HintsOf(image.FileName))
        {
            results.Add(Result(image, results.Count, batch.HintClass, hint.Box, hint.Confidence, hint.ClassName is { } name ? $"{ReviewReasonText.Of(hint.Reasons)}: {name}?" : ReviewReasonText.Of(hint.Reasons)));
        }

        return new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["image"] = LocalFiles + Uri.EscapeDataString(image.FileName).Replace("%2F", "/", StringComparison.Ordinal),
                [LabelStudioFormat.NameField] = image.FileName,
            },
            ["predictions"] = new JsonArray(new JsonObject
            {
                ["model_version"] = $"{batch.Experiment}/{batch.Method}",
                ["score"] = image.Annotations.Count == 0 ? 0 : image.Annotations.Min(label => label.Confidence),
                ["result"] = results,
            }),
        };
    }

    private static JsonObject Result(AnnotatedImage image, int number, string label, Box box, double confidence, string reason) => new()
    {
        ["id"] = "box-" + number.ToString(CultureInfo.InvariantCulture),
        ["type"] = "rectanglelabels",
        ["from_name"] = LabelStudioFormat.FromName,
        ["to_name"] = LabelStudioFormat.ToName,
        ["original_width"] = image.Size.Width,
        ["original_height"] = image.Size.Height,
        ["image_rotation"] = 0,
        ["score"] = confidence,
        ["value"] = new JsonObject
        {
            ["x"] = 100 * box.X1 / image.Size.Width,
            ["y"] = 100 * box.Y1 / image.Size.Height,
            ["width"] = 100 * box.Width / image.Size.Width,
            ["height"] = 100 * box.Height / image.Size.Height,
            ["rotation"] = 0,
            ["rectanglelabels"] = new JsonArray(label),
        },
        ["meta"] = new JsonObject { ["text"] = new JsonArray(reason) },
    };
}
