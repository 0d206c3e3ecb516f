using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline;

/// <summary>
/// Tells what a transfer did with a source's boxes: which classes became which, how boxes moved, what was kept, relabelled, split, merged,
/// dropped and added. Needs no truth; whether it was right, <see cref="AuditStage"/> says where the truth is known.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="labels">The node of the transferred labels.</param>
public sealed class AlignmentStage(string name, string import, string labels) : Stage(name)
{
    /// <summary>A <see cref="LabelAlignment"/>.</summary>
    public const string Alignment = "alignment.json";

    public override string Kind => "alignment";

    protected override EquatableArray<SpecField> Fields => [];

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("labels", labels, TransferStage.Labels),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var alignment = LabelAligner.Align(AnnotationFile.Read(context.Input("annotations")), AnnotationFile.Read(context.Input("labels")));
        File.WriteAllBytes(context.Output(Alignment), JsonSerializer.SerializeToUtf8Bytes(alignment, EvaluationJson.Options));
        var became = alignment.Outcomes;
        context.Report(FormattableString.Invariant(
            $"{alignment.SourceBoxes} boxes: {became.Kept} kept, {became.Relabelled} relabelled, {became.Split} split, {became.Merged} merged, {became.Dropped} dropped; {became.Added} labels added"));
        return [Alignment];
    }
}
