using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Trains a detector on the target's labels and on the other datasets' images without theirs, as Unbiased Teacher does; a rival of the paper
/// (Table 1). The labels of the others are no input: it cannot see them.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network and its training.</param>
/// <param name="method">How teacher and student work together.</param>
/// <param name="import">The node of the target's training set.</param>
/// <param name="others">The other datasets and the nodes of their training sets.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class StudentTeacherStage(
    string name, DownstreamSpec spec, StudentTeacherOptions method, string import, EquatableArray<KeyValuePair<string, string>> others, Seed seed) : Stage(name)
{
    public override string Kind => "student-teacher";

    // Of the downstream section only what it consumes: thresholds and phases are for transferred labels.
    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("network", spec.Network)
        .Concat(SpecFields.Flatten("training", spec.Training))
        .Concat(SpecFields.Flatten("augmentation", spec.Augmentation))
        .Concat(SpecFields.Flatten("loss", spec.Loss))
        .Concat(SpecFields.Flatten("studentTeacher", method)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => others
        .Select(other => new StageInput($"images/{other.Key}", other.Value, DatasetFiles.Images))
        .Append(new StageInput("images", import, DatasetFiles.Images))
        .Append(new StageInput("annotations", import, DatasetFiles.Annotations)).ToEquatableArray();

    protected override EquatableArray<ExternalInput> ExternalInputs => WeightsInput.Of(spec.Weights);

    protected override Seed? Seed => seed;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var target = AnnotationFile.Read(context.Input("annotations"));
        using var labelled = new TrainingImages(context.Input("images"), target, LabelSpaceSlice.Whole(target.LabelSpace.Count));
        var unlabelled = new List<TrainingImages>();
        try
        {
            unlabelled.AddRange(others.Select(other => TrainingImages.WithoutLabels(context.Input($"images/{other.Key}"), target.LabelSpace)));
            return new DetectorTraining(spec.Network, spec.Training, seed, spec.Weights).RunWithTeacher(
                new PackedExampleSource([labelled], spec.Augmentation),
                new PackedExampleSource(unlabelled, spec.Augmentation),
                method,
                spec.Loss,
                target.LabelSpace,
                context);
        }
        finally
        {
            unlabelled.ForEach(set => set.Dispose());
        }
    }
}
