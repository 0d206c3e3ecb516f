using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Images on a device, ready for the network.</summary>
/// <param name="pixels">[N, 3, H, W] normalised, channels-last in memory; owned.</param>
/// <param name="sizes">The true size of each image; beyond it there are zeros.</param>
public sealed class ImageBatch(Tensor pixels, IReadOnlyList<ImageSize> sizes) : IDisposable
{
    /// <summary>[N, 3, H, W].</summary>
    public Tensor Pixels { get; } = pixels;

    public IReadOnlyList<ImageSize> Sizes { get; } = sizes;

    public int Count => Sizes.Count;

    /// <summary>A batch from images, in one go.</summary>
    public static ImageBatch From(IReadOnlyList<RgbImage> images, DetectorOptions options, Device device) =>
        PackedPixels.Pack(images, options).ToDevice(device);

    /// <summary>A batch for a network, on its device.</summary>
    public static ImageBatch For(DetectorNetwork network, IReadOnlyList<RgbImage> images) =>
        PackedPixels.Pack(images, network.Options, network.SizeDivisor).ToDevice(network.Device);

    public void Dispose() => Pixels.Dispose();
}
