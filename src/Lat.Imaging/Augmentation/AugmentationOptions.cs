using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>How far training images are changed at random. The defaults flip and do nothing else.</summary>
public sealed record AugmentationOptions : IValidated
{
    /// <summary>The probability of a mirror image, in [0, 1]. Default 0.5 (Detectron2 `INPUT.RANDOM_FLIP`).</summary>
    [Range(0.0, 1.0)]
    public double FlipProbability { get; init; } = 0.5;

    /// <summary>
    /// Short sides that an image may be resized to, in pixels, aspect kept; which one is drawn anew each time. Default none: images keep the
    /// size that they are stored in. Detectron2's INPUT.MIN_SIZE_TRAIN is 640, 672, 704, 736, 768, 800 for images of about 800x1333.
    /// </summary>
    [Range(1, 16384)]
    public EquatableArray<int> ShortSides { get; init; } = [];

    /// <summary>
    /// How a short side is drawn. Default <see cref="ShortSideSampling.Choice"/> (Detectron2's INPUT.MIN_SIZE_TRAIN_SAMPLING).
    /// Ignored without <see cref="ShortSides"/>.
    /// </summary>
    public ShortSideSampling ShortSideSampling { get; init; } = ShortSideSampling.Choice;

    /// <summary>
    /// The longest that the long side may become by it, in pixels; the short side then stays below the drawn one. Default 1333
    /// (Detectron2's INPUT.MAX_SIZE_TRAIN). Ignored without <see cref="ShortSides"/>.
    /// </summary>
    [Range(1, 16384)]
    public int MaximumSide { get; init; } = 1333;

    /// <summary>
    /// The least factor that objects are scaled by, above 0; below 1 the image shrinks on its canvas and the rest is mean grey. Default 1.
    /// </summary>
    [Range(0.05, 20.0)]
    public double MinimumScale { get; init; } = 1;

    /// <summary>
    /// The greatest factor that objects are scaled by, at least <see cref="MinimumScale"/>; above 1 a part of the image fills the canvas.
    /// Default 1. Large-scale jitter is 0.1 to 2 (Ghiasi et al., 2021, section 3).
    /// </summary>
    [Range(0.05, 20.0)]
    public double MaximumScale { get; init; } = 1;

    /// <summary>The probability that a random part of the image is cut out and fills the canvas, in [0, 1]. Default 0: never.</summary>
    [Range(0.0, 1.0)]
    public double CropProbability { get; init; }

    /// <summary>The least share of each side that a crop keeps, in (0, 1]. Default 0.6.</summary>
    [Range(0.05, 1.0)]
    public double CropMinimumShare { get; init; } = 0.6;

    /// <summary>Brightness is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.</summary>
    [Range(0.0, 1.0)]
    public double BrightnessJitter { get; init; }

    /// <summary>Contrast is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.</summary>
    [Range(0.0, 1.0)]
    public double ContrastJitter { get; init; }

    /// <summary>Saturation is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.</summary>
    [Range(0.0, 1.0)]
    public double SaturationJitter { get; init; }

    /// <summary>
    /// A box of which less than this share stays visible is dropped, in [0, 1]; crowds and ignored boxes stay while any part does.
    /// Default 0.25.
    /// </summary>
    [Range(0.0, 1.0)]
    public double MinimumVisibleShare { get; init; } = 0.25;

    public IEnumerable<SpecProblem> Check()
    {
        if (ShortSides.Any(side => side > MaximumSide))
        {
            yield return new SpecProblem(nameof(ShortSides), FormattableString.Invariant(
                $"has {ShortSides.Max()}; expected at most 'maximumSide' ({MaximumSide})"));
        }

        if (ShortSideSampling == ShortSideSampling.Range && ShortSides.Count is not 0 and not 2)
        {
            yield return new SpecProblem(nameof(ShortSides), FormattableString.Invariant(
                $"has {ShortSides.Count} entries; expected the least and the greatest, as 'shortSideSampling' is 'range'"));
        }

        if (ShortSideSampling == ShortSideSampling.Range && ShortSides.Count == 2 && ShortSides[0] > ShortSides[1])
        {
            yield return new SpecProblem(nameof(ShortSides), FormattableString.Invariant(
                $"goes from {ShortSides[0]} to {ShortSides[1]}; expected the least first"));
        }

        if (MinimumScale > MaximumScale)
        {
            yield return new SpecProblem(nameof(MinimumScale), FormattableString.Invariant(
                $"is {MinimumScale}; expected at most 'maximumScale' ({MaximumScale})"));
        }
    }
}
