using System.Runtime.InteropServices;
using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// A frozen, pretrained DINOv2 as the source of an image's feature maps. Input is RGB, normalised by ImageNet's mean and deviation; the image is
/// padded with the mean at its right and lower side, to multiples of <see cref="Divisor"/> and no further: every token sees every other, so an image is
/// extracted alone.
/// </summary>
public sealed class VisionTransformerExtractor : IFrozenExtractor
{
    private static readonly double[] Mean = [0.485, 0.456, 0.406], Deviation = [0.229, 0.224, 0.225];

    private readonly VisionTransformerNetwork _network;
    private readonly VisionTransformerOptions _options;
    private readonly int[] _blocks;
    private readonly bool _rescaled;
    private readonly Device _device;

    private VisionTransformerExtractor(
        VisionTransformerNetwork network, VisionTransformerOptions options, int[] blocks, VisionTransformerPyramid pyramid, Device device) =>
        (_network, _options, _blocks, _rescaled, _device) = (network, options, blocks, pyramid == VisionTransformerPyramid.Rescaled, device);

    /// <summary>14; with the pyramid 3.5, 7, 14 and 28.</summary>
    public IReadOnlyList<double> Strides => _rescaled
        ? [_options.PatchSize / 4.0, _options.PatchSize / 2.0, _options.PatchSize, _options.PatchSize * 2.0]
        : [_options.PatchSize];

    /// <summary>C of the network, for each block that is taken.</summary>
    public int Channels => _options.Width * _blocks.Length;

    /// <summary>14; with the pyramid 28.</summary>
    public int Divisor => _rescaled ? _options.PatchSize * 2 : _options.PatchSize;

    /// <summary>How many blocks a published network has.</summary>
    public static int BlockCount(VisionTransformerModel model) => VisionTransformerOptions.Of(model).Depth;

    /// <param name="path">A published checkpoint, or one with its names.</param>
    /// <param name="model">The network.</param>
    /// <param name="blocks">The blocks, counted from 0, whose normed tokens are taken, one after the other in the channels; none for the last one.</param>
    /// <param name="pyramid">The strides.</param>
    /// <param name="device">Where it runs.</param>
    /// <exception cref="LatException">The file is missing or no checkpoint, or holds another network; all faults are listed.</exception>
    public static VisionTransformerExtractor Load(
        string path, VisionTransformerModel model, IReadOnlyList<int> blocks, VisionTransformerPyramid pyramid, Device device) =>
        Load(path, VisionTransformerOptions.Of(model), blocks, pyramid, device);

    /// <summary>The same of a network of any shape.</summary>
    /// <inheritdoc cref="Load(string, VisionTransformerModel, IReadOnlyList{int}, VisionTransformerPyramid, Device)"/>
    internal static VisionTransformerExtractor Load(
        string path, VisionTransformerOptions options, IReadOnlyList<int> blocks, VisionTransformerPyramid pyramid, Device device)
    {
        var taken = blocks.Count == 0 ? [options.Depth - 1] : blocks.Order().ToArray();
        if (taken[0] < 0 || taken[^1] >= options.Depth || taken.Distinct().Count() < taken.Length)
        {
            throw new LatException($"The blocks {string.Join(", ", blocks)} are asked for; expected different ones from 0 to {options.Depth - 1}.");
        }

        var network = new VisionTransformerNetwork(options);
        try
        {
            NetworkWeights.Load(network, path);
        }
        catch
        {
            network.Dispose();
            throw;
        }

        network.eval();
        network.to(device);
        return new VisionTransformerExtractor(network, options, taken, pyramid, device);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Extract(RgbImage image, ImageSize canvas)
    {
        if (image.Width > canvas.Width || image.Height > canvas.Height)
        {
            throw new ArgumentException($"An image of {image.Size} does not fit into {canvas}.");
        }

        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var map = _network.Extract(Pixels(image), _blocks);
        Tensor[] maps = _rescaled ? [Finer(map, 4), Finer(map, 2), map, nn.functional.max_pool2d(map, 2, stride: 2)] : [map];
        scope.MoveToOuter(maps);
        return maps;
    }

    public void Dispose() => _network.Dispose();

    private static Tensor Finer(Tensor map, int times) =>
        nn.functional.interpolate(map, size: [map.shape[2] * times, map.shape[3] * times], mode: InterpolationMode.Bilinear, align_corners: false);

    /// <summary>[1, 3, H, W] normalised, 0 beyond the image.</summary>
    private Tensor Pixels(RgbImage image)
    {
        var (height, width) = (RoundUp(image.Height), RoundUp(image.Width));
        var host = zeros([1, 3, height, width], float32);
        var values = MemoryMarshal.Cast<byte, float>(host.bytes);
        for (var channel = 0; channel < 3; channel++)
        {
            var normalised = Enumerable.Range(0, 256).Select(value => ((value / 255f) - (float)Mean[channel]) / (float)Deviation[channel]).ToArray();
            for (var y = 0; y < image.Height; y++)
            {
                var row = values.Slice(((channel * height) + y) * width, image.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    row[x] = normalised[image.Pixels[(((y * image.Width) + x) * 3) + channel]];
                }
            }
        }

        return host.to(_device);
    }

    private int RoundUp(int side) => (side + Divisor - 1) / Divisor * Divisor;
}
