using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>What eng/golden/torchvision/parity.py was told to compute, and the same for this side.</summary>
internal sealed class ParityCase
{
    /// <summary>torchvision's losses are smooth where ours are not by default.</summary>
    private const double SmoothL1Beta = 1.0 / 9;

    public ParityCase(JsonElement json)
    {
        Options = OptionsOf(json);
        ClassCount = json.GetProperty("classCount").GetInt32();
        DrawSeed = new Seed(json.GetProperty("seed").GetUInt64());
        Images = [.. json.GetProperty("images").EnumerateArray()
            .Select((size, index) => Recipe.Image($"{json.GetProperty("scene")}{index}", size[0].GetInt32(), size[1].GetInt32()))];
        Targets = [.. json.GetProperty("boxes").EnumerateArray().Zip(json.GetProperty("labels").EnumerateArray(), AnnotationsOf)
            .Select((annotations, index) => ImageTargets.From(new TrainingExample(Images[index], annotations), ClassCount))];
    }

    public DetectorOptions Options { get; }

    public int ClassCount { get; }

    public Seed DrawSeed { get; }

    public IReadOnlyList<RgbImage> Images { get; }

    public IReadOnlyList<ImageTargets> Targets { get; }

    public DetectorLossOptions Loss { get; } = new() { SmoothL1Beta = SmoothL1Beta };

    /// <summary>The network with the recipe's weights.</summary>
    public FasterRcnn Build()
    {
        var network = new FasterRcnn(Options, ClassCount, new Seed(1));
        Recipe.Fill(network);
        return network;
    }

    private static DetectorOptions OptionsOf(JsonElement json) => new()
    {
        Backbone = Enum.Parse<BackboneKind>(json.GetProperty("backbone").GetString()!, ignoreCase: true),
        FrozenBatchNorm = json.GetProperty("frozenBatchNorm").GetBoolean(),
        FrozenStages = Int(json, "frozenStages"),
        FeatureChannels = Int(json, "featureChannels"),
        Anchors = new AnchorOptions { Sizes = [.. json.Ints("anchorSizes").Select(size => (double)size)], RoundCorners = true },
        Proposals = new ProposalOptions
        {
            BatchPerImage = Int(json, "proposalBatch"),
            TrainingPreNms = Int(json, "trainingPreNms"),
            TrainingPostNms = Int(json, "trainingPostNms"),
            PredictionPreNms = Int(json, "predictionPreNms"),
            PredictionPostNms = Int(json, "predictionPostNms"),
            SmoothL1Beta = SmoothL1Beta,
        },
        Regions = new RegionOptions
        {
            OutputSize = Int(json, "outputSize"),
            Aligned = false,
            CanonicalBoxSize = Int(json, "canonicalBoxSize"),
            BatchPerImage = Int(json, "regionBatch"),
            HeadWidth = Int(json, "headWidth"),
            ScoreThreshold = json.GetProperty("scoreThreshold").GetDouble(),
            DetectionsPerImage = Int(json, "detectionsPerImage"),
        },
    };

    private static EquatableArray<Annotation> AnnotationsOf(JsonElement boxes, JsonElement labels) => boxes.EnumerateArray()
        .Zip(labels.EnumerateArray(), (box, label) => new Annotation(
            new Box(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble()), label.GetInt32() - 1))
        .ToEquatableArray();

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
