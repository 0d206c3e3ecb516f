using System.Text.Json;

namespace Lat.Reports;

/// <summary>
/// CVAT, "CVAT for images 1.1": `annotations.xml` to upload as annotations, and `labels.json` for the raw form of the label constructor, which
/// gives every label the attributes by which a person sees why a box is worth a look.
/// </summary>
public sealed class CvatFormat : IReviewFormat
{
    /// <summary>What a box's confidence is called.</summary>
    internal const string Confidence = "confidence";

    /// <summary>What the reason to look at a box is called.</summary>
    internal const string Reason = "reason";

    private static readonly string[] Attributes = [Confidence, Reason];
    private static readonly string[] AnyValue = [""];

    public string Name => "cvat";

    public EquatableArray<KeyValuePair<string, string>> Write(ReviewBatch batch) =>
    [
        KeyValuePair.Create("annotations.xml", CvatWriter.Write(batch)),
        KeyValuePair.Create("labels.json", Labels(batch)),
    ];

    public EquatableArray<ReviewedImage> Read(string path) => CvatReader.Read(path);

    private static string Labels(ReviewBatch batch) => JsonSerializer.Serialize(
        batch.Labels.LabelSpace.Classes.Select(name => name.Value).Append(batch.HintClass).Select(name => new
        {
            name,
            attributes = Attributes.Select(attribute => new { name = attribute, mutable = false, input_type = "text", default_value = "", values = AnyValue }),
        }),
        EvaluationJson.Options) + "\n";
}
