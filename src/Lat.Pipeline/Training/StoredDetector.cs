using Lat.Core;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Runs a detector that is a stage's input over the images that are another.</summary>
public static class StoredDetector
{
    private const int ImagesPerBatch = 8; // does not change a result: evaluation treats each image by itself

    /// <param name="context">Has the inputs `weights`, `description` and `images`.</param>
    /// <param name="threads">Threads inside one operator.</param>
    /// <returns>The predictions on every image of the pack, in the detector's first label space.</returns>
    public static DetectionSet Predict(StageContext context, int threads)
    {
        torch.set_num_threads(threads);
        using var predictor = DetectorPredictor.Load(context.Input("weights"), context.Input("description"), torch.device(context.Device));
        using var images = PackedImages.Open(context.Input("images"));
        var found = new List<ImageDetections>(images.Count);
        foreach (var batch in Enumerable.Range(0, images.Count).Chunk(ImagesPerBatch))
        {
            var pixels = batch.Select(images.Read).ToList();
            var detections = predictor.Predict(pixels);
            found.AddRange(batch.Select((position, slot) =>
                new ImageDetections(images.FileNames[position], pixels[slot].Size, detections[slot].ToEquatableArray())));
        }

        return new DetectionSet(predictor.Description.LabelSpaces[0], found.ToEquatableArray());
    }
}
