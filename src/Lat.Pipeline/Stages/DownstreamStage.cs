using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary><see cref="DownstreamTrainingStage"/> with a Faster R-CNN.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network, its training and what is trained on.</param>
/// <param name="import">The node of the target's training set.</param>
/// <param name="sources">The sources with their labels in the target's space.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class DownstreamStage(string name, DownstreamSpec spec, string import, EquatableArray<LabelledSource> sources, Seed seed)
    : DownstreamTrainingStage(name, spec, import, sources, seed)
{
    public override EquatableArray<string> Run(StageContext context) => base.Run(context);

    private protected override IEnumerable<SpecField> ArchitectureFieldsOf(DownstreamSpec spec) => [];

    private protected override DetectorTraining TrainingOf(DownstreamSpec spec, Seed seed) => new(spec.Network, spec.Training, seed, spec.Weights);
}
