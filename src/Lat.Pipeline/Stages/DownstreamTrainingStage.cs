using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Trains the detector that a method is judged by, on the target's own labels and the sources' transferred ones: cross-entropy weighted by
/// confidence, mixed batches, then the target's images alone (paper, sections 4.2 and Table 5). Each architecture is a stage of its own, so that its code
/// is in no other's key.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network, its training and what is trained on.</param>
/// <param name="import">The node of the target's training set.</param>
/// <param name="sources">The sources with their labels in the target's space.</param>
/// <param name="seed">The experiment's seed.</param>
public abstract class DownstreamTrainingStage(string name, DownstreamSpec spec, string import, EquatableArray<LabelledSource> sources, Seed seed) : Stage(name)
{
    public sealed override string Kind => "downstream";

    protected sealed override EquatableArray<SpecField> Fields => WeightsInput.FieldsOf("downstream", spec)
        .Where(one => !DeformableDetrTraining.Consumes(one)).Concat(ArchitectureFieldsOf(spec)).ToEquatableArray();

    protected sealed override EquatableArray<StageInput> Inputs => sources.SelectMany(source => source.ToInputs()).Append(new StageInput("images", import, DatasetFiles.Images)).Append(new StageInput("annotations", import, DatasetFiles.Annotations)).ToEquatableArray();

    protected sealed override EquatableArray<ExternalInput> ExternalInputs => WeightsInput.Of(spec.Weights);

    protected sealed override Seed? Seed => seed;

    protected sealed override bool UsesTensors => true;

    /// <summary>The fields that only this architecture consumes.</summary>
    private protected abstract IEnumerable<SpecField> ArchitectureFieldsOf(DownstreamSpec spec);

    /// <summary>Builds the network and trains it.</summary>
    private protected abstract DetectorTraining TrainingOf(DownstreamSpec spec, Seed seed);

    public override EquatableArray<string> Run(StageContext context)
    {
        var target = AnnotationFile.Read(context.Input("annotations"));
        var slice = LabelSpaceSlice.Whole(target.LabelSpace.Count);
        var sets = new List<TrainingImages>();
        try
        {
            sets.Add(new TrainingImages(context.Input("images"), target, slice));
            foreach (var source in sources)
            {
                var labels = Admit(AnnotationFile.Read(context.Input(source.LabelsInput)));
                sets.Add(new TrainingImages(context.Input(source.ImagesInput), labels, slice));
            }

            return TrainingOf(spec, seed).Run(
                new PackedExampleSource(sets, spec.Augmentation), spec.PlanFor(target.Images.Count), spec.Loss, [target.LabelSpace], context);
        }
        finally
        {
            sets.ForEach(set => set.Dispose());
        }
    }

    /// <summary>The labels to train on: the sure ones, and by option the doubtful ones as regions that count neither way.</summary>
    private AnnotationSet Admit(AnnotationSet labels) => new(labels.LabelSpace, labels.Images.Select(image => image with
    {
        Annotations = image.Annotations
            .Where(label => label.Confidence >= (spec.IgnoreThreshold ?? spec.LabelThreshold))
            .Select(label => label.Confidence >= spec.LabelThreshold ? label : label with { IsIgnored = true })
            .ToEquatableArray(),
    }));
}
