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
        if (MinimumScale > MaximumScale)
        {
            yield return new SpecProblem(nameof(MinimumScale), FormattableString.Invariant(
                $"is {MinimumScale}; expected at most 'maximumScale' ({MaximumScale})"));
        }
    }
}
