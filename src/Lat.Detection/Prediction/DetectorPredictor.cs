using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>Finds objects in images with a trained detector.</summary>
public sealed class DetectorPredictor : IDisposable
{
    private readonly DetectorNetwork _network;

    private DetectorPredictor(DetectorNetwork network, DetectorDescription description) => (_network, Description) = (network, description);

    public DetectorDescription Description { get; }

    /// <exception cref="LatException">The folder holds no detector, or a damaged one.</exception>
    public static DetectorPredictor Load(string folder, Device device) => From(DetectorFolder.Load(folder, device));

    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static DetectorPredictor Load(string weightsPath, string descriptionPath, Device device) =>
        From(DetectorFolder.Load(weightsPath, descriptionPath, device));

    /// <summary>
    /// The detections of every image, best score first: boxes in pixels of the image as given, class indices of the chosen label space, with
    /// the scores of all its classes.
    /// </summary>
    /// <param name="images">One batch; images of different sizes are padded, so grouping equal sizes is faster.</param>
    /// <param name="spaceIndex">Which of the head's label spaces to answer in. Default the first.</param>
    public IReadOnlyList<EquatableArray<Detection>> Predict(IReadOnlyList<RgbImage> images, int spaceIndex = 0)
    {
        using var batch = ImageBatch.For(_network, images);
        return _network.Detect(batch, Description.SliceOf(spaceIndex));
    }

    public void Dispose() => _network.Dispose();

    private static DetectorPredictor From((DetectorNetwork Network, DetectorDescription Description) loaded) => new(loaded.Network, loaded.Description);
}
