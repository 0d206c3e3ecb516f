using Lat.Core;
using Lat.Detection;
using Lat.Imaging;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>
/// The features of packed images by a network that was trained elsewhere: the same bytes whether they are stored first or computed when needed,
/// for every image is extracted alone, by the same number of threads.
/// </summary>
internal sealed class PretrainedFeatures : IDisposable
{
    private readonly IFrozenExtractor _extractor;
    private readonly ImageSize _canvas;
    private readonly int _threads;
    private readonly bool _mirrors;

    /// <param name="spec">The network, and what of it is kept.</param>
    /// <param name="weights">Where its file lies.</param>
    /// <param name="images">Where the pack lies.</param>
    /// <param name="device">Where the network runs.</param>
    /// <param name="threads">Threads inside one operator.</param>
    /// <param name="mirrors">Whether the maps are those of the mirror images.</param>
    public PretrainedFeatures(PretrainedExtractorSpec spec, string weights, string images, string device, int threads, bool mirrors)
    {
        Images = PackedImages.Open(images);
        try
        {
            _extractor = Load(spec, weights, torch.device(device));
        }
        catch
        {
            Images.Dispose();
            throw;
        }

        (_threads, _mirrors) = (threads, mirrors);
        _canvas = StoredFeatures.CanvasOf(Images, _extractor.Divisor);
        Levels = _extractor.Strides
            .Select(stride => new FeatureShape(_extractor.Channels, (int)(_canvas.Height / stride), (int)(_canvas.Width / stride), stride)).ToEquatableArray();
    }

    public PackedImages Images { get; }

    /// <summary>The shapes of the maps, the same for every image.</summary>
    public EquatableArray<FeatureShape> Levels { get; }

    /// <summary>What the maps of all images take.</summary>
    public long ByteCount => Images.Count * Levels.Sum(level => (long)level.Count * 2);

    /// <summary>The maps of an image, as a feature file holds them.</summary>
    public byte[] Of(int index)
    {
        // The calling thread may be another than the stage's own, and has a number of threads of its own.
        var before = torch.get_num_threads();
        torch.set_num_threads(_threads);
        try
        {
            using var scope = torch.NewDisposeScope();
            var maps = _extractor.Extract(StoredFeatures.Read(Images, index, _mirrors), _canvas)
                .Select((map, level) => StoredFeatures.Placed(map, _canvas, Levels[level].Stride).to(torch.float16).cpu().contiguous()).ToList();
            return StoredFeatures.Bytes(maps, 0);
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    /// <summary>The maps of an image by its name.</summary>
    /// <exception cref="LatException">There is no such image.</exception>
    public byte[] Of(string fileName) =>
        Of(Images.IndexOf(fileName) ?? throw new LatException($"No image '{fileName}' to compute features of: the labels belong to another set."));

    public void Dispose()
    {
        _extractor.Dispose();
        Images.Dispose();
    }

    private static IFrozenExtractor Load(PretrainedExtractorSpec spec, string weights, torch.Device device) => spec.Kind switch
    {
        PretrainedExtractorKind.MobileNetV2 => MobileNetExtractor.Load(weights, spec.Map, device),
        PretrainedExtractorKind.DinoV2 => VisionTransformerExtractor.Load(
            weights, spec.Model ?? throw new InvalidOperationException("The experiment was not validated: no model."), spec.Layers, spec.Pyramid, device),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, null),
    };
}
