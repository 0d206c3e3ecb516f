using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Rewrites one source's annotations in the target's label space with the LAT model.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The model's variant, and how predictions become labels.</param>
/// <param name="model">The node of the LAT model.</param>
/// <param name="source">What is read of the source.</param>
/// <param name="target">The target's name.</param>
/// <param name="counted">
/// The nodes of every dataset's training set, in the order of the concatenation, where the thresholds of the proposals match their counts;
/// else none.
/// </param>
public sealed class TransferStage(
    string name, LatSpec spec, string model, LatInputs source, string target, EquatableArray<KeyValuePair<string, string>> counted) : Stage(name)
{
    /// <summary>A line of JSON for every image: where each label came from, and which source boxes ended without one, and why.</summary>
    public const string Provenance = "provenance.jsonl";

    /// <summary>The source's images with their labels in the target's space.</summary>
    public const string Labels = "labels.bin";

    public override string Kind => "transfer";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("lat.model", spec.Model)
        .Concat(SpecFields.Flatten("lat.transfer", spec.Transfer))
        .Concat(SpecFields.Flatten("source", source.Dataset))
        .Concat(SpecFields.Flatten("target", target))
        .Concat(SpecFields.Flatten("threads", spec.Training.Threads))
        .Concat(LatInputs.ComputedBy([source]).Fields).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => source.ToInputs()
        .Append(new StageInput("weights", model, LatModelStage.Weights))
        .Append(new StageInput("spaces", model, LatModelStage.Spaces))
        .Concat(counted.Select(dataset => new StageInput($"counted/{dataset.Key}", dataset.Value, DatasetFiles.Annotations))).ToEquatableArray();

    protected override EquatableArray<ExternalInput> ExternalInputs => LatInputs.ComputedBy([source]).ExternalInputs;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(spec.Training.Threads);
        var device = torch.device(context.Device);
        var spaces = LabelSpacesFile.Read(context.Input("spaces"));
        EquatableArray<string> datasets = [.. spaces.Spaces.Select(space => space.Key.Value)];
        using var inputs = new MappedLatInputs(source, context, datasets);
        using var network = new LatModel(spec.Model, inputs.Source.Features.Levels, spaces, new Seed(0));
        NetworkWeights.Load(network, context.Input("weights"));
        network.to(device);
        network.eval();
        var targetIndex = spaces.IndexOf(new DatasetName(target));
        var predictor = new LatPredictor(network, spec.Model, spaces, device, Thresholds(context, spaces, inputs));
        using var provenance = spec.Transfer.Provenance ? new ProvenanceWriter(context.Output(Provenance), spaces, inputs.Source.Dataset, targetIndex) : null;
        TransferredLabels.Write(context, spaces[targetIndex], LatTransfer.Label(
            predictor, inputs.Source, targetIndex, spaces[targetIndex], spec.Transfer, provenance is null ? null : provenance.Write));
        if (provenance is null)
        {
            return [Labels];
        }

        context.Report(FormattableString.Invariant($"labels without a source box: {provenance.LabelsWithoutSource}; source boxes without a label: ")
            + string.Join(", ", provenance.Losses.Select(loss => FormattableString.Invariant($"{loss.Value} {loss.Key}"))));
        return [Labels, Provenance];
    }

    private ProposalThresholds Thresholds(StageContext context, ConcatenatedLabelSpace spaces, MappedLatInputs inputs) => counted.Count == 0
        ? ProposalThresholds.Of(spaces, spec.Model.Proposals)
        : ProposalThresholds.Of(
            spaces,
            spec.Model.Proposals,
            [.. inputs.Predictions.Select(file => file is null ? null : MappedFrequencies.Scores(file))],
            [.. counted.Select(dataset => MappedFrequencies.OfAnnotations(context.Input($"counted/{dataset.Key}")))]);
}
