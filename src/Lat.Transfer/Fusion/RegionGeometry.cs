using static TorchSharp.torch;

namespace Lat.Transfer;

/// <summary>How the regions of a batch lie to one another. The caller's dispose scope owns what is returned.</summary>
internal static class RegionGeometry
{
    /// <summary>Numbers that describe one region's place relative to another's: 4 ratios, each as 8 sines and 8 cosines (Relation Networks).</summary>
    public const int EmbeddingSize = 64;

    private const double LeastDistance = 1e-3; // two centres on one line have no logarithm
    private const double Amplitude = 100;
    private const double Wavelength = 1000;

    /// <param name="boxes">[M, 4] xyxy pixels.</param>
    /// <returns>[M, M] bool: whether two boxes share no area.</returns>
    public static Tensor AreApart(Tensor boxes)
    {
        var (left, right) = (boxes.unsqueeze(1), boxes.unsqueeze(0));                                  // [M, 1, 4], [1, M, 4]
        var begin = left.narrow(2, 0, 2).maximum(right.narrow(2, 0, 2));                               // [M, M, 2]
        var end = left.narrow(2, 2, 2).minimum(right.narrow(2, 2, 2));                                 // [M, M, 2]
        return (end - begin).amin([2]).le(0);
    }

    /// <param name="boxes">[M, 4] xyxy pixels, with width and height.</param>
    /// <returns>
    /// [M, M, 64]: log(|dx| / w), log(|dy| / h), log(w' / w), log(h' / h) of each column's box as the row's box sees it, as waves.
    /// </returns>
    public static Tensor Embed(Tensor boxes)
    {
        var size = boxes.narrow(1, 2, 2) - boxes.narrow(1, 0, 2);                                      // [M, 2]
        var center = (boxes.narrow(1, 2, 2) + boxes.narrow(1, 0, 2)).mul(0.5);                         // [M, 2]
        var distance = (center.unsqueeze(0) - center.unsqueeze(1)).abs().div(size.unsqueeze(1)).clamp_min(LeastDistance).log();
        var growth = size.unsqueeze(0).div(size.unsqueeze(1)).log();                                   // [M, M, 2]
        var ratios = cat([distance, growth], 2).unsqueeze(3);                                          // [M, M, 4, 1]
        var frequencies = Enumerable.Range(0, 8).Select(wave => Amplitude / Math.Pow(Wavelength, wave / 8.0)).ToArray();
        var phases = ratios * tensor(frequencies, boxes.dtype, boxes.device);                          // [M, M, 4, 8]
        return cat([phases.sin(), phases.cos()], 3).flatten(2);
    }
}
