using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Overlap of two boxes less the share of their common hull that neither fills (Rezatofighi et al., 2019), in (-1, 1]: unlike IoU it tells boxes apart
/// that do not touch. Boxes are centre and sides.
/// </summary>
internal static class GeneralizedIou
{
    /// <summary>Of one pair; one of the two has area.</summary>
    public static double Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (width, hullWidth) = Sides(a[0], a[2], b[0], b[2]);
        var (height, hullHeight) = Sides(a[1], a[3], b[1], b[3]);
        var intersection = width * height;
        var union = ((double)a[2] * a[3]) + ((double)b[2] * b[3]) - intersection;
        var hull = hullWidth * hullHeight;
        return (intersection / union) - ((hull - union) / hull);
    }

    /// <summary>[R, 4] and [R, 4] to [R].</summary>
    public static Tensor Of(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        var (low, high) = (maximum(Corner(a, -0.5), Corner(b, -0.5)), minimum(Corner(a, 0.5), Corner(b, 0.5)));           // [R, 2]
        var (hullLow, hullHigh) = (minimum(Corner(a, -0.5), Corner(b, -0.5)), maximum(Corner(a, 0.5), Corner(b, 0.5)));   // [R, 2]
        var intersection = Area(high.sub(low).clamp_min(0));
        var union = Area(a.narrow(1, 2, 2)).add(Area(b.narrow(1, 2, 2))).sub(intersection);
        var hull = Area(hullHigh.sub(hullLow));
        return scope.MoveToOuter(intersection.div(union).sub(hull.sub(union).div(hull)));
    }

    private static (double Common, double Hull) Sides(double centerA, double sideA, double centerB, double sideB)
    {
        var (lowA, highA, lowB, highB) = (centerA - (sideA / 2), centerA + (sideA / 2), centerB - (sideB / 2), centerB + (sideB / 2));
        return (Math.Max(0, Math.Min(highA, highB) - Math.Max(lowA, lowB)), Math.Max(highA, highB) - Math.Min(lowA, lowB));
    }

    private static Tensor Corner(Tensor boxes, double share) => boxes.narrow(1, 0, 2).add(boxes.narrow(1, 2, 2).mul(share));

    /// <summary>[R, 2] sides to [R].</summary>
    private static Tensor Area(Tensor sides) => sides.select(1, 0).mul(sides.select(1, 1));
}
