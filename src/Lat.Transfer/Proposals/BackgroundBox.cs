using Lat.Core;

namespace Lat.Transfer;

/// <summary>A box at a random place, of a random size: even in the logarithm of its sides, from 8 pixels to half of the image's.</summary>
internal static class BackgroundBox
{
    private const double LeastSide = 8;

    public static Box Draw(ImageSize size, RandomStream random)
    {
        var (width, height) = (Side(size.Width, random), Side(size.Height, random));
        return Box.FromXywh(random.NextDouble() * (size.Width - width), random.NextDouble() * (size.Height - height), width, height);
    }

    private static double Side(double whole, RandomStream random)
    {
        var least = Math.Min(LeastSide, whole);
        var most = Math.Max(least, whole / 2);
        return least * Math.Exp(random.NextDouble() * Math.Log(most / least));
    }
}
