using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline;

/// <summary>Measures how right transferred labels are, where the truth is known.</summary>
/// <param name="name">The node's name.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="truth">The file with the truth in the target's space.</param>
/// <param name="labels">The node of the transferred labels.</param>
/// <param name="labelThreshold">From which confidence downstream training takes a label for an object, in [0, 1].</param>
public sealed class AuditStage(string name, string import, string truth, string labels, double labelThreshold) : Stage(name)
{
    /// <summary>Average precision of the labels, and what became of every source class.</summary>
    public const string Audit = "audit.json";

    public override string Kind => "audit";

    protected override EquatableArray<SpecField> Fields => [.. SpecFields.Flatten("downstream.labelThreshold", labelThreshold)];

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("truth", import, truth),
        new StageInput("labels", labels, TransferStage.Labels),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var result = Measure(context, AnnotationFile.Read(context.Input("labels")), labelThreshold);
        context.Report(FormattableString.Invariant($"AP50 of the labels {result.Metrics.Ap50 * 100:0.0}"));
        return [Audit];
    }

    /// <summary>Holds labels against the truth and writes what came out.</summary>
    /// <param name="context">Has the inputs `annotations` and `truth`.</param>
    /// <param name="labels">The labels, in the truth's space.</param>
    /// <param name="labelThreshold">From which confidence training takes a label for an object, in [0, 1].</param>
    internal static TransferAuditResult Measure(StageContext context, AnnotationSet labels, double labelThreshold)
    {
        var result = TransferAuditor.Audit(
            AnnotationFile.Read(context.Input("annotations")),
            labels,
            AnnotationFile.Read(context.Input("truth")),
            StreetObjectId.GroupOf,
            new TransferAuditOptions { SureConfidence = labelThreshold });
        File.WriteAllBytes(context.Output(Audit), JsonSerializer.SerializeToUtf8Bytes(result, EvaluationJson.Options));
        return result;
    }
}
