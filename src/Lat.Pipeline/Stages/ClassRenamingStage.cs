using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The rivals `naive-merge` and `source-only-mapped`: the source's own boxes, under the target's class names.</summary>
/// <param name="name">The node's name.</param>
/// <param name="mapping">Which class is which, by hand; null: those of the same name.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="targetImport">The node of the target's training set, of which only the label space is read.</param>
public sealed class ClassRenamingStage(string name, NamedMap<ClassName>? mapping, string import, string targetImport) : Stage(name)
{
    public override string Kind => "transfer";

    protected override EquatableArray<SpecField> Fields => mapping is null
        ? [new SpecField("method", "naive-merge")]
        : SpecFields.Flatten("classMapping", mapping).Append(new SpecField("method", "source-only-mapped")).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("target-annotations", targetImport, DatasetFiles.Annotations),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var source = AnnotationFile.Read(context.Input("annotations"));
        var target = AnnotationFile.Read(context.Input("target-annotations")).LabelSpace;
        var renaming = mapping is null ? SameNameMerge.Of(source.LabelSpace, target) : HandMapping.Of(source.LabelSpace, target, mapping);
        var labels = renaming.Apply(source);
        AnnotationFile.Write(context.Output(TransferStage.Labels), labels);
        var kept = renaming.Kept.Count == 0 ? "no class is kept" : $"kept: {string.Join(", ", renaming.Kept)}";
        context.Report(FormattableString.Invariant($"{labels.AnnotationCount} labels on {labels.Images.Count} images; {kept}; {renaming.Dropped.Count} classes dropped"));
        return [TransferStage.Labels];
    }
}
