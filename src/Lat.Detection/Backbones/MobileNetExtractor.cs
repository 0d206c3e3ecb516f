using System.Runtime.InteropServices;
using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A frozen, pretrained MobileNetV2 as the source of one feature map for each image.</summary>
public sealed class MobileNetExtractor : IFrozenExtractor
{
    private readonly MobileNetNetwork _network;
    private readonly MobileNetMap _map;
    private readonly Device _device;

    private MobileNetExtractor(MobileNetNetwork network, MobileNetMap map, Device device) => (_network, _map, _device) = (network, map, device);

    /// <summary>Pixels of the image per pixel of the map.</summary>
    public int Stride => _map == MobileNetMap.Stride16 ? 16 : 32;

    /// <inheritdoc/>
    public IReadOnlyList<double> Strides => [Stride];

    /// <summary>32, the stride of the coarser map.</summary>
    public int Divisor => 32;

    /// <summary>Channels of the map.</summary>
    public int Channels => _map == MobileNetMap.Stride16 ? 576 : 1280;

    /// <param name="path">
    /// A checkpoint with batch norms folded into `stem`, `block0` to `block16` (`expand`, `depthwise`, `project`) and `head`, for an input in [-1, 1].
    /// </param>
    /// <param name="map">Which map is taken.</param>
    /// <param name="device">Where it runs.</param>
    /// <exception cref="LatException">The file is missing or no checkpoint, or holds another network; all faults are listed.</exception>
    public static MobileNetExtractor Load(string path, MobileNetMap map, Device device)
    {
        var network = new MobileNetNetwork(0, withHead: true);
        try
        {
            using var checkpoint = CheckpointFile.Open(path);
            NetworkWeights.Load(network, checkpoint, path);
        }
        catch
        {
            network.Dispose();
            throw;
        }

        network.eval();
        network.to(device);
        return new MobileNetExtractor(network, map, device);
    }

    /// <summary>The map of each image, [N, C, ceil(H / s), ceil(W / s)] float, without a graph, owned by the caller.</summary>
    /// <param name="images">One batch.</param>
    /// <param name="canvas">
    /// The size that every image is placed in at the top left; beyond it there is grey, 0 in [-1, 1]. It decides the size of the map, so that an
    /// image's features do not depend on its batch.
    /// </param>
    /// <exception cref="ArgumentException">An image is larger than the canvas.</exception>
    public Tensor Extract(IReadOnlyList<RgbImage> images, ImageSize canvas)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(_network.Extract(Pixels(images, canvas), _map));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Extract(RgbImage image, ImageSize canvas) => [Extract([image], canvas)];

    /// <summary>The same of pixels [N, 3, H, W] in [-1, 1].</summary>
    internal Tensor Extract(Tensor pixels)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(_network.Extract(pixels.to(_device), _map));
    }

    public void Dispose() => _network.Dispose();

    private Tensor Pixels(IReadOnlyList<RgbImage> images, ImageSize canvas)
    {
        var host = zeros([images.Count, canvas.Height, canvas.Width, 3], float32);
        var values = MemoryMarshal.Cast<byte, float>(host.bytes);
        for (var index = 0; index < images.Count; index++)
        {
            var image = images[index];
            if (image.Width > canvas.Width || image.Height > canvas.Height)
            {
                throw new ArgumentException($"An image of {image.Size} does not fit into {canvas}.");
            }

            for (var y = 0; y < image.Height; y++)
            {
                var row = values.Slice(((index * canvas.Height) + y) * canvas.Width * 3, image.Width * 3);
                for (var at = 0; at < row.Length; at++)
                {
                    row[at] = (image.Pixels[(y * image.Width * 3) + at] / 127.5f) - 1;
                }
            }
        }

        return host.to(_device).permute(0, 3, 1, 2);
    }
}
