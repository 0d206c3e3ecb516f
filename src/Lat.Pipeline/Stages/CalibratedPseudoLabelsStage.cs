using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline;

/// <summary>Scales the scores of a detector's predictions by the temperature that fits its own validation set (Guo et al. 2017).</summary>
/// <param name="name">The node's name.</param>
/// <param name="pseudoLabels">The node of the predictions as the detector made them.</param>
/// <param name="evaluation">The node of the same detector's predictions on its validation set.</param>
/// <param name="validation">The node of that set.</param>
public sealed class CalibratedPseudoLabelsStage(string name, string pseudoLabels, string evaluation, string validation) : Stage(name)
{
    /// <summary>The temperature, and how well the scores fitted before and after.</summary>
    public const string Calibration = "calibration.json";

    public override string Kind => "calibrated-pseudo-labels";

    protected override EquatableArray<SpecField> Fields => [];

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("pseudo-labels", pseudoLabels, PseudoLabelsStage.Detections),
        new StageInput("validation", evaluation, EvaluateStage.Detections),
        new StageInput("annotations", validation, DatasetFiles.Annotations),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var (found, truth) = (DetectionFile.Read(context.Input("validation")), AnnotationFile.Read(context.Input("annotations")));
        var temperature = TemperatureScaling.Fit(found, truth);
        var fit = new TemperatureFit(temperature, JudgedDetections.Calibration(found, truth), JudgedDetections.Calibration(TemperatureScaling.Apply(found, temperature), truth));
        File.WriteAllBytes(context.Output(Calibration), JsonSerializer.SerializeToUtf8Bytes(fit, EvaluationJson.Options));
        DetectionFile.Write(context.Output(PseudoLabelsStage.Detections), TemperatureScaling.Apply(DetectionFile.Read(context.Input("pseudo-labels")), temperature));
        context.Report(FormattableString.Invariant(
            $"temperature {temperature:0.00}: calibration error {fit.Before.ExpectedCalibrationError:0.000} → {fit.After.ExpectedCalibrationError:0.000}"));
        return [PseudoLabelsStage.Detections, Calibration];
    }
}
