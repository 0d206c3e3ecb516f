using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>The rival `lgpl`: trains the transfer head on the target's images, then puts the source's boxes through it (Liao et al. 2024).</summary>
/// <param name="name">The node's name.</param>
/// <param name="head">The transfer head.</param>
/// <param name="training">Its optimisation.</param>
/// <param name="selection">Non-maximum suppression and the most labels of an image.</param>
/// <param name="source">What is read of the source: labels and features.</param>
/// <param name="target">What is read of the target: labels, features, and the source's detector's predictions on it.</param>
/// <param name="seed">The experiment's seed.</param>
public sealed class LabelGuidedTransferStage(
    string name, LabelGuidedOptions head, TrainingOptions training, TransferOptions selection, LatInputs source, LatInputs target, Seed seed) : Stage(name)
{
    public override string Kind => "transfer";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("lgpl.head", head)
        .Concat(SpecFields.Flatten("lgpl.training", training))
        .Concat(SpecFields.Flatten("lat.transfer", selection))
        .Append(new SpecField("method", "lgpl"))
        .Concat(SpecFields.Flatten("source", source.Dataset))
        .Concat(SpecFields.Flatten("target", target.Dataset))
        .Concat(LatInputs.ComputedBy([source, target]).Fields).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => source.ToInputs().Concat(target.ToInputs()).ToEquatableArray();

    protected override EquatableArray<ExternalInput> ExternalInputs => LatInputs.ComputedBy([source, target]).ExternalInputs;

    protected override Seed? Seed => seed;

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(training.Threads);
        var device = torch.device(context.Device);
        string[] names = [source.Dataset, target.Dataset];
        using var from = new MappedLatInputs(source, context, names);
        var to = target.Open(context, names);
        using var targetFeatures = to.Features;
        var shared = new SharedClasses(from.LabelSpace, to.Annotations.LabelSpace);
        var own = seed.Derive("lgpl");
        using var model = new LabelGuidedModel(head, to.Features.Levels, shared.Space.Count, own);
        model.to(device);
        using (var trainable = new LabelGuidedTrainable(model, head, training, shared, to.Annotations, to.PseudoLabels[0]!, to.Features, own, device))
        {
            new TrainingLoop(training, own, context.WorkDirectory, new ReportedProgress(context.Report), context.ScalarsDirectory).Run(trainable);
        }

        var space = KeyValuePair.Create(new DatasetName(target.Dataset), to.Annotations.LabelSpace);
        TransferredLabels.Write(
            context,
            space.Value,
            LabelGuidedTransfer.Label(model, head, shared, from.Source.Images, from.Source.Features, space, selection, device),
            $", of the shared classes {shared.Space}");
        return [TransferStage.Labels, TrainingFiles.Metrics];
    }
}
