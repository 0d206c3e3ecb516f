using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>What eng/golden/deformable_detr/parity.py was told to compute, and the same for this side; the weights are those of its original.py: change neither alone.</summary>
internal sealed class DeformableDetrCase(JsonElement json)
{
    private static readonly (string Suffix, double Gain)[] Gains =
    [
        ("query_embed.weight", 6), ("level_embed", 4), ("reference_points.weight", 2), ("class_embed.weight", 1.5), ("layers.2.weight", 0.3),
        ("sampling_offsets.weight", 0.7),
    ];

    public DetectorOptions Options { get; } = new()
    {
        Backbone = Enum.Parse<BackboneKind>(json.GetProperty("backbone").GetString()!, ignoreCase: true), FrozenBatchNorm = true, FrozenStages = 2,
    };

    public DeformableDetrOptions Detr { get; } = new()
    {
        Width = Int(json, "width"),
        Heads = Int(json, "heads"),
        Levels = Int(json, "levels"),
        EncoderLayers = Int(json, "encoder"),
        DecoderLayers = Int(json, "decoder"),
        HiddenWidth = Int(json, "hidden"),
        Queries = Int(json, "queries"),
        EncoderPoints = Int(json, "encoderPoints"),
        DecoderPoints = Int(json, "decoderPoints"),
        RefinesBoxes = json.GetProperty("refine").GetBoolean(),
        TwoStage = json.GetProperty("twoStage").GetBoolean(),
        DetectionsPerImage = Int(json, "detections"),
        Dropout = 0,
    };

    public int ClassCount { get; } = Int(json, "classCount");

    public IReadOnlyList<RgbImage> Images { get; } = [.. json.GetProperty("images").EnumerateArray()
        .Select((size, index) => Recipe.Image($"{json.GetProperty("scene").GetString()}{index}", size[0].GetInt32(), size[1].GetInt32()))];

    public IReadOnlyList<ImageTargets> Targets => [.. json.GetProperty("boxes").EnumerateArray().Zip(json.GetProperty("labels").EnumerateArray(), AnnotationsOf)
        .Select((annotations, index) => ImageTargets.From(new TrainingExample(Images[index], annotations), ClassCount))];

    /// <summary>The network with the recipe's weights.</summary>
    public DeformableDetr Build()
    {
        var network = new DeformableDetr(Options, Detr, ClassCount, new Seed(1));
        foreach (var (name, tensor) in NetworkState.Of(network))
        {
            var (offset, factor) = ScaleOf(name, tensor.shape);
            var values = MemoryMarshal.Cast<byte, float>(tensor.bytes);
            var numbers = Recipe.Numbers(name, values.Length);
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (float)(offset + (factor * numbers[index]));
            }
        }

        return network;
    }

    private static (double Offset, double Factor) ScaleOf(string name, long[] shape)
    {
        if (shape.Length > 1)
        {
            var parts = name.Split('.');
            var plain = string.Join('.', parts.Where(part => parts[0] == "bbox_embed" || !part.All(char.IsAsciiDigit)));
            var gain = Gains.Where(entry => plain.EndsWith(entry.Suffix, StringComparison.Ordinal)).Select(entry => entry.Gain).FirstOrDefault(1);
            return (0, gain * Math.Sqrt(6.0 / shape.Skip(1).Aggregate(1L, (product, side) => product * side)));
        }

        return name.EndsWith("running_var", StringComparison.Ordinal) ? (1, 0.2)
            : name.EndsWith("weight", StringComparison.Ordinal) ? (0.5, 0.1)
            : (0, 0.1);
    }

    private static EquatableArray<Annotation> AnnotationsOf(JsonElement boxes, JsonElement labels) => boxes.EnumerateArray()
        .Zip(labels.EnumerateArray(), (box, label) => new Annotation(
            new Box(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble()), label.GetInt32()))
        .ToEquatableArray();

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
