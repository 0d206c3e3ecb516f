using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>
/// Predicts every image of a training set by the detector that never saw its fold, so that training sees of the own label space just what
/// inference will see of a target's.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The least score that is stored.</param>
/// <param name="detectors">The nodes of the detectors, by the fold that each has not seen.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator, as the detectors were trained with.</param>
public sealed class OutOfFoldPseudoLabelsStage(string name, PseudoLabelSpec spec, EquatableArray<string> detectors, string import, int threads) : Stage(name)
{
    private const int ImagesPerBatch = 8; // does not change a result: evaluation treats each image by itself

    public override string Kind => "out-of-fold-pseudo-labels";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("pseudoLabels", spec).Concat(SpecFields.Flatten("threads", threads)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => detectors.SelectMany((detector, fold) => new[]
    {
        new StageInput(Weights(fold), detector, DetectorFolder.WeightsFile),
        new StageInput(Description(fold), detector, DetectorFolder.DescriptionFile),
    }).Append(new StageInput("images", import, DatasetFiles.Images)).Append(new StageInput("annotations", import, DatasetFiles.Annotations)).ToEquatableArray();

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(threads);
        var annotations = AnnotationFile.Read(context.Input("annotations"));
        using var images = PackedImages.Open(context.Input("images"));
        var found = new List<ImageDetections>(annotations.Images.Count);
        for (var index = 0; index < detectors.Count; index++)
        {
            var fold = new Fold(index, detectors.Count);
            using var predictor = DetectorPredictor.Load(context.Input(Weights(index)), context.Input(Description(index)), torch.device(context.Device));
            foreach (var batch in annotations.Images.Where((_, position) => fold.Has(position, annotations.Images.Count)).Chunk(ImagesPerBatch))
            {
                var pixels = batch.Select(image => images.Read(images.IndexOf(image.FileName)
                    ?? throw new LatException($"The labels name the image '{image.FileName}', which the packed images lack: they belong to another import."))).ToList();
                found.AddRange(predictor.Predict(pixels).Select((detections, slot) => new ImageDetections(
                    batch[slot].FileName, pixels[slot].Size, detections.Where(detection => detection.Score >= spec.ScoreThreshold).ToEquatableArray())));
            }
        }

        DetectionFile.Write(context.Output(PseudoLabelsStage.Detections), new DetectionSet(annotations.LabelSpace, found.ToEquatableArray()));
        context.Report(FormattableString.Invariant($"{found.Sum(image => image.Detections.Count)} boxes on {found.Count} images, of {detectors.Count} folds"));
        return [PseudoLabelsStage.Detections];
    }

    private static string Weights(int fold) => FormattableString.Invariant($"weights/{fold}");

    private static string Description(int fold) => FormattableString.Invariant($"description/{fold}");
}
