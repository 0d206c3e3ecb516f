using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A network that was trained elsewhere, as the source of feature maps. An image's maps depend on nothing but the image and the canvas.</summary>
public interface IFrozenExtractor : IDisposable
{
    /// <summary>Pixels of the image per pixel of each map, finest first; need not be whole.</summary>
    IReadOnlyList<double> Strides { get; }

    /// <summary>Channels of every map.</summary>
    int Channels { get; }

    /// <summary>What the sides of a canvas are multiples of, so that every map has a whole number of pixels.</summary>
    int Divisor { get; }

    /// <summary>The maps of one image, a [1, C, h, w] float for each stride, without a graph; owned by the caller. h, w at most the canvas's by the stride.</summary>
    /// <param name="image">The image.</param>
    /// <param name="canvas">A size that the image fits into.</param>
    /// <exception cref="ArgumentException">The image is larger than the canvas.</exception>
    IReadOnlyList<Tensor> Extract(RgbImage image, ImageSize canvas);
}
