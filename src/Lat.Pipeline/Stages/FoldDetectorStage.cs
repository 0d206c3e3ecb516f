using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Trains a dataset's detector on all of its training set but one fold, which it will label without having seen it.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network and its training: those of the dataset's own detector.</param>
/// <param name="fold">The fold that is left out.</param>
/// <param name="import">The node of the training set.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class FoldDetectorStage(string name, DetectorSpec spec, Fold fold, string import, Seed seed) : Stage(name)
{
    public override string Kind => "fold-detector";

    protected override EquatableArray<SpecField> Fields => WeightsInput.FieldsOf("detector", spec)
        .Concat(SpecFields.Flatten("fold.index", fold.Index)).Concat(SpecFields.Flatten("fold.count", fold.Count)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("images", import, DatasetFiles.Images),
        new StageInput("annotations", import, DatasetFiles.Annotations),
    ];

    protected override EquatableArray<ExternalInput> ExternalInputs => WeightsInput.Of(spec.Weights);

    protected override Seed? Seed => seed;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var annotations = fold.Without(AnnotationFile.Read(context.Input("annotations")));
        using var images = new TrainingImages(context.Input("images"), annotations, LabelSpaceSlice.Whole(annotations.LabelSpace.Count));
        return new DetectorTraining(spec.Network, spec.Training, seed, spec.Weights).Run(
            new PackedExampleSource([images], spec.Augmentation), new SamplingPlan(), spec.LossOnGroundTruth(), [annotations.LabelSpace], context);
    }
}
