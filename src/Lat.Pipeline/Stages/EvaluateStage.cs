using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;
using Lat.Evaluation;

namespace Lat.Pipeline;

/// <summary>Runs a detector on a validation set and measures COCO average precision.</summary>
/// <param name="name">The node's name.</param>
/// <param name="detector">The node of the detector.</param>
/// <param name="import">The node of the validation set.</param>
/// <param name="threads">Threads inside one operator.</param>
public sealed class EvaluateStage(string name, string detector, string import, int threads) : Stage(name)
{
    /// <summary>The 12 numbers and those of every class.</summary>
    public const string Metrics = "metrics.json";

    /// <summary>Intervals, errors, calibration, confusion and curves.</summary>
    public const string Analysis = "analysis.json";

    /// <summary>What the detector found.</summary>
    public const string Detections = "detections.bin";

    public override string Kind => "evaluate";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("threads", threads);

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("images", import, DatasetFiles.Images),
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("weights", detector, DetectorFolder.WeightsFile),
        new StageInput("description", detector, DetectorFolder.DescriptionFile),
    ];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var detections = StoredDetector.Predict(context, threads);
        var truth = AnnotationFile.Read(context.Input("annotations"));
        var options = new CocoEvaluationOptions { HonorsIgnored = true };
        var input = CocoInput.Of(truth, detections);
        var result = CocoEvaluator.Evaluate(input, options);
        var analysis = DetectionAnalyzer.Analyze(input, result, options, new BootstrapOptions());
        DetectionFile.Write(context.Output(Detections), detections);
        File.WriteAllBytes(context.Output(Metrics), JsonSerializer.SerializeToUtf8Bytes(result.Metrics, EvaluationJson.Options));
        File.WriteAllBytes(context.Output(Analysis), JsonSerializer.SerializeToUtf8Bytes(analysis, EvaluationJson.Options));
        context.Report(FormattableString.Invariant($"AP {result.Metrics.Ap * 100:0.0}, AP50 {result.Metrics.Ap50 * 100:0.0} on {truth.Images.Count} images"));
        return [Metrics, Analysis, Detections];
    }
}
