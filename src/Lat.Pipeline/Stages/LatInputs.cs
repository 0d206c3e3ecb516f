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
    public IEnumerable<StageInput> ToInputs() => PseudoLabels
        .Select(labels => new StageInput($"pseudo-labels/{labels.Key}-on-{Dataset}", labels.Value, PseudoLabelsStage.Detections))
        .Append(new StageInput($"annotations/{Dataset}", Import, DatasetFiles.Annotations))
        .Append(new StageInput($"features/{Dataset}", Features, FeaturesStage.Features));

    /// <summary>Opens the files; the caller disposes of the features.</summary>
    /// <param name="context">Has the inputs.</param>
    /// <param name="datasets">All datasets, in the order of the concatenation.</param>
    public LatTrainingSet Open(StageContext context, IReadOnlyList<string> datasets) => new(
        datasets.ToList().IndexOf(Dataset),
        AnnotationFile.Read(context.Input($"annotations/{Dataset}")),
        FeatureFile.Open(context.Input($"features/{Dataset}")),
        datasets.Select(space => PseudoLabels.Any(labels => labels.Key == space)
            ? new DetectionIndex(DetectionFile.Read(context.Input($"pseudo-labels/{space}-on-{Dataset}")))
            : null).ToEquatableArray());
}
