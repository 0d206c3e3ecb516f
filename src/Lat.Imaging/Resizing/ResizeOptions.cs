using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// The size that a detector sees an image at: aspect kept, the short side fixed unless the long side would grow too long.
/// </summary>
public sealed record ResizeOptions : IValidated
{
    /// <summary>The short side after resizing, in pixels. Default 800 (Detectron2 `INPUT.MIN_SIZE_TEST`).</summary>
    [Range(1, 16384)]
    public int ShortSide { get; init; } = 800;

    /// <summary>The longest that the long side may become, in pixels. Default 1333 (Detectron2 `INPUT.MAX_SIZE_TEST`).</summary>
    [Range(1, 16384)]
    public int MaximumSide { get; init; } = 1333;

    /// <summary>The target size of an image, each side rounded to the nearest pixel, as Detectron2's `ResizeShortestEdge` does.</summary>
    public ImageSize SizeFor(ImageSize image)
    {
        var scale = ShortSide / (double)Math.Min(image.Width, image.Height);
        var (width, height) = image.Width < image.Height
            ? (ShortSide, scale * image.Height)
            : (scale * image.Width, (double)ShortSide);
        var longest = Math.Max(width, height);
        if (longest > MaximumSide)
        {
            (width, height) = (width * MaximumSide / longest, height * MaximumSide / longest);
        }

        return new ImageSize(Math.Max(1, (int)(width + 0.5)), Math.Max(1, (int)(height + 0.5)));
    }

    public IEnumerable<SpecProblem> Check()
    {
        if (ShortSide > MaximumSide)
        {
            yield return new SpecProblem(nameof(ShortSide), FormattableString.Invariant(
                $"is {ShortSide}; expected at most 'maximumSide' ({MaximumSide})"));
        }
    }
}
