using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>What the LAT model reads of one dataset: its labels, its features, and the predictions of the detectors on its images.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Import">The node of its training set.</param>
/// <param name="Features">The node of its features.</param>
/// <param name="PseudoLabels">The nodes of the predictions on its images, by the dataset whose space they are in.</param>
public sealed record LatInputs(string Dataset, string Import, string Features, EquatableArray<KeyValuePair<string, string>> PseudoLabels)
{
    /// <summary>How features are computed that the stage of the features may have left out; null where it stores them all.</summary>
    public ComputedFeaturesSpec? Computed { get; init; }

    /// <summary>The node of the features of its mirror images; null where the model does not look at them.</summary>
    public string? Mirrored { get; init; }

    /// <summary>The fields and the weights that computing features takes, for all datasets together; none where they are stored.</summary>
    public static (IEnumerable<SpecField> Fields, EquatableArray<ExternalInput> ExternalInputs) ComputedBy(IEnumerable<LatInputs> datasets) =>
        datasets.Select(dataset => dataset.Computed).FirstOrDefault(spec => spec is not null) is { } computed
            ? (computed.ToFields(), [WeightsInput.Of(computed.Extractor.File, computed.Extractor.Sha256)])
            : ([], []);

    public IEnumerable<StageInput> ToInputs() => PseudoLabels
        .Select(labels => new StageInput($"pseudo-labels/{labels.Key}-on-{Dataset}", labels.Value, PseudoLabelsStage.Detections))
        .Append(new StageInput($"annotations/{Dataset}", Import, DatasetFiles.Annotations))
        .Append(new StageInput($"features/{Dataset}", Features, FeaturesStage.Features))
        .Concat(Mirrored is null ? [] : [new StageInput($"mirrored-features/{Dataset}", Mirrored, FeaturesStage.Features)])
        .Concat(Computed is null ? [] : [new StageInput($"images/{Dataset}", Import, DatasetFiles.Images)]);

    /// <summary>Opens the files; the caller disposes of the features.</summary>
    /// <param name="context">Has the inputs.</param>
    /// <param name="datasets">All datasets, in the order of the concatenation.</param>
    public LatTrainingSet Open(StageContext context, IReadOnlyList<string> datasets) => new(
        datasets.ToList().IndexOf(Dataset),
        AnnotationFile.Read(context.Input($"annotations/{Dataset}")),
        OpenFeatures(context, this, mirrors: false),
        datasets.Select(space => PseudoLabels.Any(labels => labels.Key == space)
            ? new DetectionIndex(DetectionFile.Read(context.Input($"pseudo-labels/{space}-on-{Dataset}")))
            : null).ToEquatableArray())
    {
        Mirrored = Mirrored is null ? null : OpenFeatures(context, this, mirrors: true),
    };

    /// <summary>The features of a dataset or of its mirror images, stored or computed when needed; the caller disposes of them.</summary>
    internal static IFeatureSource OpenFeatures(StageContext context, LatInputs inputs, bool mirrors)
    {
        var path = context.Input($"{(mirrors ? "mirrored-" : "")}features/{inputs.Dataset}");
        if (inputs.Computed is not { } computed || FeatureShapesFile.TryRead(path) is not { } levels)
        {
            return FeatureFile.Open(path);
        }

        var features = new PretrainedFeatures(
            computed.Extractor, context.Input(WeightsInput.Name), context.Input($"images/{inputs.Dataset}"), context.Device, computed.Threads, mirrors);
        return new ComputedFeatures(levels, features.Of, features.Dispose);
    }
}
