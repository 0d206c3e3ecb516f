using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The rival `pseudo-label`, with the noise filter or without: the target's detector's predictions on the source's images are its labels.</summary>
/// <param name="name">The node's name.</param>
/// <param name="options">From predictions to labels.</param>
/// <param name="rival">The noise filter and the count-matched thresholds.</param>
/// <param name="filters">Whether the noise filter is on.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="pseudoLabels">The node of the target's predictions on it.</param>
/// <param name="target">The target's name.</param>
/// <param name="targetImport">The node of the target's training set, whose classes are counted where thresholds match counts.</param>
public sealed class PseudoLabelTransferStage(
    string name,
    TransferOptions options,
    PseudoLabelTransferOptions rival,
    bool filters,
    string import,
    string pseudoLabels,
    string target,
    string targetImport) : Stage(name)
{
    public override string Kind => "transfer";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("lat.transfer", options)
        .Append(new SpecField("method", filters ? "pseudo-label-filtered" : "pseudo-label"))
        .Concat(filters ? SpecFields.Flatten("pseudoLabelTransfer.noiseFilterIou", rival.NoiseFilterIou) : [])
        .Concat(SpecFields.Flatten("pseudoLabelTransfer.countMatched", rival.CountMatched))
        .Concat(SpecFields.Flatten("target", target)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("pseudo-labels", pseudoLabels, PseudoLabelsStage.Detections),
        .. rival.CountMatched ? [new StageInput("target-annotations", targetImport, DatasetFiles.Annotations)] : Array.Empty<StageInput>(),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        using var source = MappedAnnotationFile.Open(context.Input("annotations"));
        using var predictions = MappedDetectionFile.Open(context.Input("pseudo-labels"));
        TransferredLabels.Write(context, predictions.LabelSpace, PseudoLabelTransfer.Label(
            source.Images, fileName => predictions[fileName], options, Thresholds(context, predictions), filters ? rival.NoiseFilterIou : null));
        return [TransferStage.Labels];
    }

    private double[] Thresholds(StageContext context, MappedDetectionFile predictions)
    {
        var named = ClassThreshold.Of(options.ClassThresholds, new DatasetName(target), predictions.LabelSpace, options.ScoreThreshold);
        return rival.CountMatched
            ? [.. named.Zip(MappedFrequencies.OfAnnotations(context.Input("target-annotations")).ScoresOfAsMany(MappedFrequencies.Scores(predictions)), Math.Max)]
            : named;
    }
}
