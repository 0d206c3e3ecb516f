using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Evaluation;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Trains the Label-Aligned Transfer model on the frozen features of all datasets (paper, section 3.2); one model serves every target.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The model and its training.</param>
/// <param name="datasets">What is read of each dataset, in the order of the concatenation.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class LatModelStage(string name, LatSpec spec, EquatableArray<LatInputs> datasets, Seed seed) : Stage(name)
{
    /// <summary>The weights.</summary>
    public const string Weights = "lat.safetensors";

    /// <summary>The label spaces of the head, in order.</summary>
    public const string Spaces = "lat.json";

    /// <summary>What of each dataset's annotations its proposals meet, and what jitter and removal cost of it.</summary>
    public const string Recall = "proposals.json";

    public override string Kind => "lat-model";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("lat.model", spec.Model).Concat(SpecFields.Flatten("lat.training", spec.Training)).Concat(LatInputs.ComputedBy(datasets).Fields).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => datasets.SelectMany(dataset => dataset.ToInputs()).ToEquatableArray();

    protected override EquatableArray<ExternalInput> ExternalInputs => LatInputs.ComputedBy(datasets).ExternalInputs;

    protected override Seed? Seed => seed;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(spec.Training.Threads);
        var device = torch.device(context.Device);
        var names = datasets.Select(dataset => dataset.Dataset).ToList();
        var sets = datasets.Select(dataset => dataset.Open(context, names)).ToList();
        try
        {
            var spaces = new ConcatenatedLabelSpace(names.Zip(sets, (dataset, set) =>
                KeyValuePair.Create(new DatasetName(dataset), set.Annotations.LabelSpace)));
            MeasureRecall(context, sets, spaces);
            using var model = new LatModel(spec.Model, sets[0].Features.Levels, spaces, seed.Derive("lat"));
            model.to(device);
            using (var trainable = new LatTrainable(model, spec.Model, spec.Training, spaces, sets, seed.Derive("lat"), device))
            {
                new TrainingLoop(spec.Training, seed.Derive("lat"), context.WorkDirectory, new ReportedProgress(context.Report), context.ScalarsDirectory).Run(trainable);
            }

            NetworkWeights.Save(model, context.Output(Weights));
            LabelSpacesFile.Write(context.Output(Spaces), spaces);
            return [Weights, Spaces, Recall, TrainingFiles.Metrics];
        }
        finally
        {
            sets.ForEach(set =>
            {
                set.Features.Dispose();
                set.Mirrored?.Dispose();
            });
        }
    }

    private void MeasureRecall(StageContext context, List<LatTrainingSet> sets, ConcatenatedLabelSpace spaces)
    {
        var recalls = sets.Select(set => ProposalRecall.Measure(
            set, spaces, spec.Model, LatTrainable.ThresholdsOf(set, spaces, spec.Model, sets), seed.Derive("lat").Derive("recall"))).ToEquatableArray();
        foreach (var recall in recalls)
        {
            context.Report(FormattableString.Invariant(
                $"{recall.Dataset}: proposals meet {recall.FoundInTraining} of {recall.Annotations} annotations; jitter and removal cost {recall.Cost:0.0%}"));
        }

        File.WriteAllBytes(context.Output(Recall), JsonSerializer.SerializeToUtf8Bytes(recalls, EvaluationJson.Options));
    }
}
