using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The rival `pseudo-label`: the target's detector's predictions on the source's images are its labels.</summary>
/// <param name="name">The node's name.</param>
/// <param name="options">From predictions to labels.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="pseudoLabels">The node of the target's predictions on it.</param>
public sealed class PseudoLabelTransferStage(string name, TransferOptions options, string import, string pseudoLabels) : Stage(name)
{
    public override string Kind => "transfer";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("lat.transfer", options).Append(new SpecField("method", "pseudo-label")).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("pseudo-labels", pseudoLabels, PseudoLabelsStage.Detections),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var labels = PseudoLabelTransfer.Transfer(
            AnnotationFile.Read(context.Input("annotations")), DetectionFile.Read(context.Input("pseudo-labels")), options);
        AnnotationFile.Write(context.Output(TransferStage.Labels), labels);
        context.Report(FormattableString.Invariant($"{labels.AnnotationCount} labels on {labels.Images.Count} images"));
        return [TransferStage.Labels];
    }
}
