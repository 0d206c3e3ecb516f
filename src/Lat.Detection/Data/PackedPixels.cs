using System.Runtime.InteropServices;
using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Images of a batch as normalised floats, [N, H, W, 3], padded with zeros at the right and at the bottom to one size. Plain memory, or memory that a GPU can read by itself, so that it can be made off the training thread.
/// </summary>
public sealed class PackedPixels : IDisposable
{
    /// <summary>The stride of the coarsest map of a backbone, which divides the sides of a batch where nothing else is asked for.</summary>
    public const int Divisor = 32;

    private readonly float[] _values;
    private readonly int _height, _width;
    private Tensor? _pinned;

    private PackedPixels(float[] values, int height, int width, IReadOnlyList<ImageSize> sizes) =>
        (_values, _height, _width, Sizes) = (values, height, width, sizes);

    /// <summary>The true size of each image.</summary>
    public IReadOnlyList<ImageSize> Sizes { get; }

    /// <param name="images">At least one.</param>
    /// <param name="options">Gives mean and deviation.</param>
    /// <param name="divisor">What the padded sides are multiples of.</param>
    public static PackedPixels Pack(IReadOnlyList<RgbImage> images, DetectorOptions options, int divisor = Divisor)
    {
        var height = RoundUp(images.Max(image => image.Height), divisor);
        var width = RoundUp(images.Max(image => image.Width), divisor);
        var values = new float[images.Count * height * width * 3];
        var tables = NormalizationTables(options);
        for (var index = 0; index < images.Count; index++)
        {
            var image = images[index];
            for (var y = 0; y < image.Height; y++)
            {
                var source = image.Pixels.AsSpan(y * image.Width * 3, image.Width * 3);
                Normalize(source, values.AsSpan(((index * height) + y) * width * 3, source.Length), tables);
            }
        }

        return new PackedPixels(values, height, width, [.. images.Select(image => image.Size)]);
    }

    /// <summary>
    /// Copies the batch into page-locked memory, from which a GPU fetches it while the processor goes on. Needs CUDA; on any thread.
    /// </summary>
    public void Pin()
    {
        using var host = ToHost();
        _pinned = host.pin_memory().DetachFromDisposeScope();
    }

    /// <summary>The batch on a device.</summary>
    public ImageBatch ToDevice(Device device)
    {
        using var host = _pinned is null ? ToHost() : null;
        using var rows = (_pinned ?? host!).to(device, non_blocking: _pinned is not null);
        return new ImageBatch(rows.permute(0, 3, 1, 2), Sizes);
    }

    public void Dispose() => _pinned?.Dispose();

    private Tensor ToHost()
    {
        var host = empty([Sizes.Count, _height, _width, 3], float32);
        _values.CopyTo(MemoryMarshal.Cast<byte, float>(host.bytes));
        return host;
    }

    /// <summary>[256 * 3]: the normalised value of every byte in every channel.</summary>
    private static float[] NormalizationTables(DetectorOptions options)
    {
        var tables = new float[256 * 3];
        for (var value = 0; value < 256; value++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                tables[(value * 3) + channel] = (float)((value - options.PixelMean[channel]) / options.PixelDeviation[channel]);
            }
        }

        return tables;
    }

    private static void Normalize(ReadOnlySpan<byte> source, Span<float> target, float[] tables)
    {
        for (var at = 0; at + 2 < source.Length; at += 3)
        {
            target[at] = tables[source[at] * 3];
            target[at + 1] = tables[(source[at + 1] * 3) + 1];
            target[at + 2] = tables[(source[at + 2] * 3) + 2];
        }
    }

    private static int RoundUp(int value, int divisor) => (value + divisor - 1) / divisor * divisor;
}
