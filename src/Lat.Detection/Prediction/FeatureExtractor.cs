using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The frozen feature maps of a trained detector.</summary>
public sealed class FeatureExtractor : IDisposable
{
    private readonly FasterRcnn _network;

    private FeatureExtractor(FasterRcnn network) => _network = network;

    /// <summary>Pixels of the image per pixel of each map: p2 to p5, what regions are pooled from.</summary>
    public IReadOnlyList<int> Strides => _network.RegionStrides;

    /// <summary>Channels of every map.</summary>
    public int Channels => _network.Options.FeatureChannels;

    /// <exception cref="LatException">The folder holds no detector, or a damaged one.</exception>
    public static FeatureExtractor Load(string folder, Device device) => new(DetectorFolder.LoadFasterRcnn(folder, device).Network);

    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static FeatureExtractor Load(string weightsPath, string descriptionPath, Device device) =>
        new(DetectorFolder.LoadFasterRcnn(weightsPath, descriptionPath, device).Network);

    /// <summary>The maps of a batch, without a graph; one tensor for each stride, [N, C, h, w], owned by the caller.</summary>
    public IReadOnlyList<Tensor> Extract(IReadOnlyList<RgbImage> images)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        using var batch = ImageBatch.From(images, _network.Options, _network.Device);
        var levels = _network.ExtractFeatures(batch.Pixels).Take(Strides.Count).ToArray();
        scope.MoveToOuter(levels);
        return levels;
    }

    public void Dispose() => _network.Dispose();
}
