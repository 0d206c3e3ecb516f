using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>The reference boxes of the proposal network: one size for each pyramid level, every ratio at every pixel of the level.</summary>
public sealed record AnchorOptions
{
    /// <summary>
    /// Square root of an anchor's area on the levels from the finest to the pooled p6, in pixels of the image.
    /// Default 10 to 160 for images of about 256x192; Detectron2 and torchvision use 32, 64, 128, 256, 512 for 800x1333.
    /// </summary>
    [Length(3, 5)]
    [Range(1.0, 1e5)]
    public EquatableArray<double> Sizes { get; init; } = [10, 20, 40, 80, 160];

    /// <summary>Height divided by width. Default 0.5, 1, 2 (Detectron2, torchvision).</summary>
    [MinLength(1)]
    [Range(0.01, 100.0)]
    public EquatableArray<double> Ratios { get; init; } = [0.5, 1.0, 2.0];

    /// <summary>
    /// Where in its pixel an anchor is centred, as a share of the stride from the upper left corner, in [0, 1]. Default 0
    /// (Detectron2's ANCHOR_GENERATOR.OFFSET, torchvision); 0.5 is the pixel's middle.
    /// </summary>
    [Range(0.0, 1.0)]
    public double Offset { get; init; }

    /// <summary>Whether the corners of the anchors are rounded to whole pixels, as torchvision does. Default false, as in Detectron2.</summary>
    public bool RoundCorners { get; init; }
}
