using System.Text.Json;
using System.Text.Json.Serialization;
using Lat.Core;

namespace Lat.Detection;

/// <summary>What a folder of weights is: the architecture, and the label spaces that its head holds.</summary>
/// <param name="Options">The architecture.</param>
/// <param name="LabelSpaces">One for each dataset, in the order of the head.</param>
/// <param name="ObjectnessOnly">Whether the head has one class, 'object', for all spaces.</param>
/// <param name="DeformableDetr">What is above the backbone; null for Faster R-CNN.</param>
public sealed record DetectorDescription(
    DetectorOptions Options, EquatableArray<LabelSpace> LabelSpaces, bool ObjectnessOnly = false, DeformableDetrOptions? DeformableDetr = null)
{
    /// <summary>Classes of the head, without background.</summary>
    public int ClassCount => ObjectnessOnly ? 1 : LabelSpaces.Sum(space => space.Count);

    /// <summary>The slice of a label space inside the head.</summary>
    public LabelSpaceSlice SliceOf(int spaceIndex) =>
        ObjectnessOnly ? LabelSpaceSlice.Whole(1) : LabelSpaceSlice.Concatenate(LabelSpaces)[spaceIndex];

    /// <summary>The same content, always the same bytes.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new Document(Options, [.. LabelSpaces.Select(space => space.Classes.Select(name => name.Value).ToArray())], ObjectnessOnly, DeformableDetr),
        DetectionJson.Options) + "\n";

    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="LatException">It is not a description.</exception>
    public static DetectorDescription Parse(string json, string path)
    {
        try
        {
            var document = JsonSerializer.Deserialize<Document>(json, DetectionJson.Options)
                ?? throw new JsonException("The file is empty.");
            return new DetectorDescription(
                document.Detector, document.LabelSpaces.Select(classes => new LabelSpace(classes)).ToEquatableArray(), document.ObjectnessOnly, document.DeformableDetr);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new LatException($"'{path}' does not describe a detector: {exception.Message}", exception);
        }
    }

    private sealed record Document(
        DetectorOptions Detector,
        string[][] LabelSpaces,
        bool ObjectnessOnly,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeformableDetrOptions? DeformableDetr = null);
}
