using Lat.Core;

namespace Lat.Transfer;

/// <summary>Moves every side of a box a little, by a normal draw relative to the box; the image clips it, and a pixel always remains.</summary>
/// <param name="Sigma">The deviation, as a share of the box's width or height.</param>
/// <param name="Limit">The farthest that a side moves, as such a share; null for no limit.</param>
internal readonly record struct BoxJitter(double Sigma, double? Limit)
{
    /// <summary>Four draws are made whatever the options say.</summary>
    public Box Apply(Box box, ImageSize size, RandomStream random)
    {
        var (x, y) = (Sigma * box.Width, Sigma * box.Height);
        var (dx1, dy1, dx2, dy2) = (Draw(random, x), Draw(random, y), Draw(random, x), Draw(random, y));
        if (Limit is { } limit)
        {
            var (farX, farY) = (limit * box.Width, limit * box.Height);
            (dx1, dx2) = (Math.Clamp(dx1, -farX, farX), Math.Clamp(dx2, -farX, farX));
            (dy1, dy2) = (Math.Clamp(dy1, -farY, farY), Math.Clamp(dy2, -farY, farY));
        }

        var (x1, y1) = (Math.Clamp(box.X1 + dx1, 0, size.Width - 1), Math.Clamp(box.Y1 + dy1, 0, size.Height - 1));
        return new Box(x1, y1, Math.Clamp(box.X2 + dx2, x1 + 1, size.Width), Math.Clamp(box.Y2 + dy2, y1 + 1, size.Height));
    }

    private static double Draw(RandomStream random, double deviation) => random.NextGaussian() * deviation;
}
