using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Runs one dataset's detector on another dataset's training images and keeps every box with its whole class-score vector.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The least score that is stored.</param>
/// <param name="detector">The node of the detector.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator, as the detector was trained with.</param>
public sealed class PseudoLabelsStage(string name, PseudoLabelSpec spec, string detector, string import, int threads) : Stage(name)
{
    /// <summary>The predictions.</summary>
    public const string Detections = "detections.bin";

    public override string Kind => "pseudo-labels";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("pseudoLabels", spec).Concat(SpecFields.Flatten("threads", threads)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("images", import, DatasetFiles.Images),
        new StageInput("weights", detector, DetectorFolder.WeightsFile),
        new StageInput("description", detector, DetectorFolder.DescriptionFile),
    ];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var detections = StoredDetector.Predict(context, threads);
        var kept = detections with
        {
            Images = detections.Images.Select(image => image with
            {
                Detections = image.Detections.Where(detection => detection.Score >= spec.ScoreThreshold).ToEquatableArray(),
            }).ToEquatableArray(),
        };
        DetectionFile.Write(context.Output(Detections), kept);
        context.Report(FormattableString.Invariant($"{kept.Images.Sum(image => image.Detections.Count)} boxes on {kept.Images.Count} images"));
        return [Detections];
    }
}
