using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// What makes a strong view of a weak one: colours, blur and rectangles of noise, and no change of geometry, so that boxes stay true.
/// The defaults are those of Unbiased Teacher (Liu et al., 2021), as its authors' program draws them.
/// </summary>
public sealed record StrongAugmentationOptions
{
    /// <summary>How probable the change of colours is, in [0, 1]. Default 0.8.</summary>
    [Range(0.0, 1.0)]
    public double ColorProbability { get; init; } = 0.8;

    /// <summary>Brightness is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.4.</summary>
    [Range(0.0, 1.0)]
    public double BrightnessJitter { get; init; } = 0.4;

    /// <summary>Contrast is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.4.</summary>
    [Range(0.0, 1.0)]
    public double ContrastJitter { get; init; } = 0.4;

    /// <summary>Saturation is multiplied by a factor in [1 - this, 1 + this]. In [0, 1]; default 0.4.</summary>
    [Range(0.0, 1.0)]
    public double SaturationJitter { get; init; } = 0.4;

    /// <summary>The hue is turned by up to this share of the circle, either way. In [0, 0.5]; default 0.1.</summary>
    [Range(0.0, 0.5)]
    public double HueJitter { get; init; } = 0.1;

    /// <summary>How probable it is that the image loses its colours, in [0, 1]. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double GreyProbability { get; init; } = 0.2;

    /// <summary>How probable a blur is, in [0, 1]. Default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double BlurProbability { get; init; } = 0.5;

    /// <summary>The least deviation of the blur's Gaussian, pixels. Default 0.1.</summary>
    [Range(0.01, 100.0)]
    public double MinimumBlur { get; init; } = 0.1;

    /// <summary>The largest deviation of the blur's Gaussian, pixels. Default 2.</summary>
    [Range(0.01, 100.0)]
    public double MaximumBlur { get; init; } = 2;

    /// <summary>Rectangles of noise, one after the other. Default three, the later ones smaller, thinner and rarer.</summary>
    public EquatableArray<ErasingOptions> Erasing { get; init; } =
    [
        new ErasingOptions(),
        new ErasingOptions { Probability = 0.5, MinimumShare = 0.02, MinimumRatio = 0.1, MaximumRatio = 6 },
        new ErasingOptions { Probability = 0.3, MinimumShare = 0.02, MinimumRatio = 0.05, MaximumRatio = 8 },
    ];
}
