using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// How the pixels of all levels of all images lie in one matrix, [P, C]: level by level, in a level image by image, in an image row by row.
/// With channels-last maps this is their own memory, so that one operator serves a whole batch.
/// </summary>
internal sealed class PyramidLayout
{
    private readonly int[] _offsets;

    private PyramidLayout(int imageCount, (int Height, int Width)[] levels)
    {
        (ImageCount, Levels, _offsets) = (imageCount, levels, new int[levels.Length + 1]);
        for (var level = 0; level < levels.Length; level++)
        {
            _offsets[level + 1] = _offsets[level] + (imageCount * levels[level].Height * levels[level].Width);
        }
    }

    public int ImageCount { get; }

    public IReadOnlyList<(int Height, int Width)> Levels { get; }

    /// <summary>Rows of the matrix: P.</summary>
    public int PixelCount => _offsets[^1];

    /// <param name="levels">[N, C, h, w] each.</param>
    public static PyramidLayout Of(IReadOnlyList<Tensor> levels) =>
        new((int)levels[0].shape[0], [.. levels.Select(level => ((int)level.shape[2], (int)level.shape[3]))]);

    /// <summary>The row of a level's first pixel in an image.</summary>
    public int FirstPixel(int level, int image) => _offsets[level] + (image * Levels[level].Height * Levels[level].Width);

    /// <summary>The matrix [P, C] of levels [N, C, h, w].</summary>
    public static Tensor Flatten(IReadOnlyList<Tensor> levels)
    {
        using var scope = NewDisposeScope();
        var rows = levels.Select(level => level.permute(0, 2, 3, 1).reshape(-1, level.shape[1])).ToArray();
        return scope.MoveToOuter(rows.Length == 1 ? rows[0] : cat(rows, 0));
    }
}
