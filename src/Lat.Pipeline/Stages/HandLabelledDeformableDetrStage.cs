using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary><see cref="HandLabelledTrainingStage"/> with a Deformable DETR.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network and its training.</param>
/// <param name="import">The node of the target's training set; where that is not trained on, only its label space is read.</param>
/// <param name="sources">The sources with their labels in the target's space.</param>
/// <param name="includesTarget">Whether the target's own images are trained on.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class HandLabelledDeformableDetrStage(
    string name, DownstreamSpec spec, string import, EquatableArray<LabelledSource> sources, bool includesTarget, Seed seed)
    : HandLabelledTrainingStage(name, spec, import, sources, includesTarget, seed)
{
    public override EquatableArray<string> Run(StageContext context) => base.Run(context);

    private protected override IEnumerable<SpecField> ArchitectureFieldsOf(DownstreamSpec spec) => DeformableDetrTraining.FieldsOf(spec);

    private protected override DetectorTraining TrainingOf(DownstreamSpec spec, Seed seed) => new DeformableDetrTraining(spec, seed);
}
