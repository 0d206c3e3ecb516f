using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Trains a detector on one dataset in its own label space (paper, section 3.1.2). The baseline's downstream detector is the same
/// computation: with the same fields it is the same result.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network and its training.</param>
/// <param name="import">The node of the training set.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class DetectorStage(string name, DetectorSpec spec, string import, Seed seed) : Stage(name)
{
    public override string Kind => "detector";

    protected override EquatableArray<SpecField> Fields => WeightsInput.FieldsOf("detector", spec).ToEquatableArray();

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
        var annotations = AnnotationFile.Read(context.Input("annotations"));
        using var images = new TrainingImages(context.Input("images"), annotations, LabelSpaceSlice.Whole(annotations.LabelSpace.Count));
        return new DetectorTraining(spec.Network, spec.Training, seed, spec.Weights).Run(
            new PackedExampleSource([images], spec.Augmentation), new SamplingPlan(), spec.LossOnGroundTruth(), [annotations.LabelSpace], context);
    }
}
