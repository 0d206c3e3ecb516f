using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// How the maps of all levels lie in one list of tokens, [N, S, C]: level by level, in a level row by row, and which part of each map an image
/// fills: the rest of it is padding, which no attention sees. N images, L levels, S tokens.
/// </summary>
internal sealed class TokenLayout
{
    private readonly int[] _starts;
    private readonly int[,] _validHeights, _validWidths;

    /// <param name="canvas">The size that the batch is padded to.</param>
    /// <param name="sizes">The true size of each image.</param>
    /// <param name="levels">Height and width of each map.</param>
    public TokenLayout(ImageSize canvas, IReadOnlyList<ImageSize> sizes, IReadOnlyList<(int Height, int Width)> levels)
    {
        (ImageCount, Levels, _starts) = (sizes.Count, levels, new int[levels.Count + 1]);
        (_validHeights, _validWidths) = (new int[sizes.Count, levels.Count], new int[sizes.Count, levels.Count]);
        for (var level = 0; level < levels.Count; level++)
        {
            var (height, width) = levels[level];
            _starts[level + 1] = _starts[level] + (height * width);
            for (var image = 0; image < sizes.Count; image++)
            {
                _validHeights[image, level] = Valid(height, canvas.Height, sizes[image].Height);
                _validWidths[image, level] = Valid(width, canvas.Width, sizes[image].Width);
                HasPadding |= _validHeights[image, level] < height || _validWidths[image, level] < width;
            }
        }
    }

    public int ImageCount { get; }

    /// <summary>Height and width of each level's map.</summary>
    public IReadOnlyList<(int Height, int Width)> Levels { get; }

    /// <summary>S.</summary>
    public int TokenCount => _starts[^1];

    /// <summary>Whether any map has pixels beyond its image.</summary>
    public bool HasPadding { get; }

    /// <summary>The first token of a level.</summary>
    public int StartOf(int level) => _starts[level];

    /// <summary>Rows of a level's map that an image fills.</summary>
    public int ValidHeight(int image, int level) => _validHeights[image, level];

    /// <summary>Columns of a level's map that an image fills.</summary>
    public int ValidWidth(int image, int level) => _validWidths[image, level];

    /// <summary>[N, S, 1], true where there is no image.</summary>
    public Tensor Padding(Device device)
    {
        var values = new bool[ImageCount * TokenCount];
        ForEach((image, level, y, x, token) =>
            values[(image * TokenCount) + token] = y >= _validHeights[image, level] || x >= _validWidths[image, level]);
        return tensor(values, [ImageCount, TokenCount, 1], device: device);
    }

    /// <summary>The share of each map that its image fills, [N, L, 2]: of the width, of the height.</summary>
    public Tensor ValidRatios(Device device)
    {
        var values = new float[ImageCount * Levels.Count * 2];
        for (var image = 0; image < ImageCount; image++)
        {
            for (var level = 0; level < Levels.Count; level++)
            {
                var at = ((image * Levels.Count) + level) * 2;
                (values[at], values[at + 1]) = (RatioX(image, level), RatioY(image, level));
            }
        }

        return tensor(values, [ImageCount, Levels.Count, 2], device: device);
    }

    /// <summary>The middle of every token's pixel, [N, S, 2] x and y as shares of the image: beyond 1 in padding.</summary>
    public float[] Centers()
    {
        var values = new float[ImageCount * TokenCount * 2];
        ForEach((image, level, y, x, token) =>
        {
            var at = ((image * TokenCount) + token) * 2;
            values[at] = (x + 0.5f) / (RatioX(image, level) * Levels[level].Width);
            values[at + 1] = (y + 0.5f) / (RatioY(image, level) * Levels[level].Height);
        });
        return values;
    }

    private float RatioX(int image, int level) => (float)_validWidths[image, level] / Levels[level].Width;

    private float RatioY(int image, int level) => (float)_validHeights[image, level] / Levels[level].Height;

    /// <summary>Visits every token of every image: image, level, row, column, token.</summary>
    public void ForEach(Action<int, int, int, int, int> visit)
    {
        for (var image = 0; image < ImageCount; image++)
        {
            for (var level = 0; level < Levels.Count; level++)
            {
                var (height, width) = Levels[level];
                for (var pixel = 0; pixel < height * width; pixel++)
                {
                    var (y, x) = Math.DivRem(pixel, width);
                    visit(image, level, y, x, _starts[level] + pixel);
                }
            }
        }
    }

    /// <summary>Pixels of a side of a map that stand for a pixel of the image, by the rule of nearest neighbours in single precision as libtorch has it; at least one.</summary>
    private static int Valid(int side, int canvas, int image)
    {
        var scale = (float)canvas / side;
        return Enumerable.Range(0, side).Count(at => Math.Min((int)MathF.Floor(at * scale), canvas - 1) < image);
    }
}
