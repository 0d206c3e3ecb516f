using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Trains the detector of the rivals `naive-merge` and `source-only-mapped`, on boxes that people drew: the target's and the sources' renamed
/// ones, or the sources' alone. A source of which no class is left has nothing to say and is left out with all its images.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network and its training.</param>
/// <param name="import">The node of the target's training set; where that is not trained on, only its label space is read.</param>
/// <param name="sources">The sources with their labels in the target's space.</param>
/// <param name="includesTarget">Whether the target's own images are trained on.</param>
/// <param name="seed">The experiment's seed.</param>
public abstract class HandLabelledTrainingStage(
    string name, DownstreamSpec spec, string import, EquatableArray<LabelledSource> sources, bool includesTarget, Seed seed) : Stage(name)
{
    public sealed override string Kind => "downstream";

    // Thresholds are for predicted labels, phases for batches that mix; neither is here without the target.
    protected sealed override EquatableArray<SpecField> Fields => SpecFields.Flatten("network", spec.Network)
        .Concat(SpecFields.Flatten("training", spec.Training))
        .Concat(SpecFields.Flatten("augmentation", spec.Augmentation))
        .Concat(SpecFields.Flatten("loss", spec.Loss))
        .Concat(SpecFields.Flatten("includesTarget", includesTarget))
        .Concat(ArchitectureFieldsOf(spec))
        .Concat(includesTarget ? SpecFields.Flatten("fineTuneIterations", spec.FineTuneIterations).Concat(SpecFields.Flatten("halfAndHalf", spec.HalfAndHalf)) : [])
        .ToEquatableArray();

    protected sealed override EquatableArray<StageInput> Inputs => sources.SelectMany(source => source.ToInputs()).Append(new StageInput("annotations", import, DatasetFiles.Annotations))
        .Concat(includesTarget ? [new StageInput("images", import, DatasetFiles.Images)] : Array.Empty<StageInput>()).ToEquatableArray();

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
            if (includesTarget)
            {
                sets.Add(new TrainingImages(context.Input("images"), target, slice));
            }

            foreach (var source in sources)
            {
                var labels = AnnotationFile.Read(context.Input(source.LabelsInput));
                if (labels.AnnotationCount == 0)
                {
                    context.Report($"no class of '{source.Dataset}' is left: its images are not trained on");
                    continue;
                }

                sets.Add(new TrainingImages(context.Input(source.ImagesInput), labels, slice));
            }

            if (sets.Count == 0)
            {
                throw new LatException("The section 'classMapping' leaves no box of any source, so there is nothing to train on. Name classes that the sources' images have.");
            }

            return TrainingOf(spec, seed).Run(
                new PackedExampleSource(sets, spec.Augmentation), includesTarget ? spec.PlanFor(target.Images.Count) : new SamplingPlan(), spec.Loss, [target.LabelSpace], context);
        }
        finally
        {
            sets.ForEach(set => set.Dispose());
        }
    }
}
