using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Trains the frozen feature extractor: one detector on the training images of all datasets at once, each in its own label space with the
/// logits masked to that space. Its backbone and pyramid stand in for the paper's vision foundation model.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network, its objective and its training.</param>
/// <param name="imports">The datasets and the nodes of their training sets, in the order of the concatenation.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class ExtractorStage(string name, ExtractorSpec spec, EquatableArray<KeyValuePair<string, string>> imports, Seed seed) : Stage(name)
{
    public override string Kind => "extractor";

    // How many levels are kept is the business of the features stage.
    protected override EquatableArray<SpecField> Fields =>
        WeightsInput.FieldsOf("extractor", spec).Where(part => part.Path is not ("extractor.levels" or "extractor.pretrained")).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => imports.SelectMany(import => new[]
    {
        new StageInput($"images/{import.Key}", import.Value, DatasetFiles.Images),
        new StageInput($"annotations/{import.Key}", import.Value, DatasetFiles.Annotations),
    }).ToEquatableArray();

    protected override EquatableArray<ExternalInput> ExternalInputs => WeightsInput.Of(spec.Weights);

    protected override Seed? Seed => seed;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var annotations = imports.Select(import => AnnotationFile.Read(context.Input($"annotations/{import.Key}"))).ToList();
        var spaces = annotations.Select(set => set.LabelSpace).ToEquatableArray();
        var slices = LabelSpaceSlice.Concatenate(spaces);
        var loss = new DetectorLossOptions
        {
            MaskLabelSpaces = spec.Objective == ExtractorObjective.Native,
            ObjectnessOnly = spec.Objective == ExtractorObjective.Objectness,
            SmoothL1Beta = spec.Loss?.SmoothL1Beta ?? 0,
        };
        var sets = imports.Select((import, index) =>
            new TrainingImages(context.Input($"images/{import.Key}"), annotations[index], slices[index])).ToList();
        try
        {
            return new DetectorTraining(spec.Network, spec.Training, seed.Derive("extractor"), spec.Weights).Run(
                new PackedExampleSource(sets, spec.Augmentation), new SamplingPlan(), loss, spaces, context);
        }
        finally
        {
            sets.ForEach(set => set.Dispose());
        }
    }
}
