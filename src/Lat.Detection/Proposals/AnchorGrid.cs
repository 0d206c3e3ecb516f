using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The anchors of one image, [A * 4] xyxy: level by level, in a level row by row, at a pixel ratio by ratio. The first pixel of a level
/// carries anchors around the image's corner, or shifted by a share of the stride.
/// </summary>
internal sealed class AnchorGrid
{
    public AnchorGrid(AnchorOptions options, IReadOnlyList<int> strides, IReadOnlyList<(int Height, int Width)> levels)
    {
        PerPixel = options.Ratios.Count;
        LevelStarts = new int[levels.Count + 1];
        for (var level = 0; level < levels.Count; level++)
        {
            LevelStarts[level + 1] = LevelStarts[level] + (levels[level].Height * levels[level].Width * PerPixel);
        }

        Boxes = new float[LevelStarts[^1] * 4];
        for (var level = 0; level < levels.Count; level++)
        {
            Fill(Boxes.AsSpan(LevelStarts[level] * 4), CellAnchors(options, level, strides[level]), strides[level], levels[level]);
        }

        Columns = new BoxColumns(Boxes);
    }

    /// <summary>Anchors at a pixel.</summary>
    public int PerPixel { get; }

    /// <summary>The first anchor of each level, and at the end their number.</summary>
    public int[] LevelStarts { get; }

    /// <summary>[A * 4] xyxy in pixels of the image.</summary>
    public float[] Boxes { get; }

    public BoxColumns Columns { get; }

    public int Count => LevelStarts[^1];

    public int LevelOf(int anchor)
    {
        var level = 0;
        while (anchor >= LevelStarts[level + 1])
        {
            level++;
        }

        return level;
    }

    private static float[] CellAnchors(AnchorOptions options, int level, int stride)
    {
        var cell = new float[options.Ratios.Count * 4];
        for (var index = 0; index < options.Ratios.Count; index++)
        {
            var (size, root) = (options.Sizes[level], Math.Sqrt(options.Ratios[index]));
            var (halfWidth, halfHeight) = (size / root / 2, size * root / 2);
            if (options.RoundCorners)
            {
                (halfWidth, halfHeight) = (Math.Round(halfWidth), Math.Round(halfHeight));
            }

            var centre = options.Offset * stride;
            (cell[index * 4], cell[(index * 4) + 1]) = ((float)(centre - halfWidth), (float)(centre - halfHeight));
            (cell[(index * 4) + 2], cell[(index * 4) + 3]) = ((float)(centre + halfWidth), (float)(centre + halfHeight));
        }

        return cell;
    }

    private static void Fill(Span<float> boxes, float[] cell, int stride, (int Height, int Width) level)
    {
        var at = 0;
        for (var y = 0; y < level.Height; y++)
        {
            for (var x = 0; x < level.Width; x++)
            {
                for (var corner = 0; corner < cell.Length; corner += 2)
                {
                    boxes[at++] = cell[corner] + (x * stride);
                    boxes[at++] = cell[corner + 1] + (y * stride);
                }
            }
        }
    }
}
