using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// Changes training images and their boxes at random, keeping the size of the image unless it may be drawn. Equal streams give equal results; every call takes
/// the same number of draws, so that switching one change on leaves the others' draws alone.
/// </summary>
public sealed class Augmenter(AugmentationOptions options)
{
    /// <summary>One augmented example.</summary>
    public AugmentedImage Apply(RgbImage image, EquatableArray<Annotation> annotations, RandomStream random)
    {
        var augmentation = Draw(image.Size, random);
        return new AugmentedImage(augmentation.Apply(image), augmentation.Apply(annotations));
    }

    /// <summary>Decides on one change, to be applied to an image and to every set of labels that it has.</summary>
    public Augmentation Draw(ImageSize size, RandomStream random)
    {
        var flips = random.NextBool(options.FlipProbability);
        var crop = DrawCrop(size, random);
        var (scale, alongX, alongY) = (random.NextDouble(options.MinimumScale, options.MaximumScale), random.NextDouble(), random.NextDouble());
        var color = new ColorChange(
            Factor(options.BrightnessJitter, random), Factor(options.ContrastJitter, random), Factor(options.SaturationJitter, random));
        var canvas = DrawCanvas(size, random);
        return new Augmentation(size, canvas, flips, crop, Zoom.Of(canvas, scale, alongX, alongY), color, options.MinimumVisibleShare);
    }

    /// <summary>The size that the image gets. Drawn last, so that the other draws are those of an image that keeps its size.</summary>
    private ImageSize DrawCanvas(ImageSize size, RandomStream random)
    {
        var drawn = random.NextDouble();
        if (options.ShortSides.Count == 0)
        {
            return size;
        }

        var shortSide = options.ShortSideSampling == ShortSideSampling.Choice
            ? options.ShortSides[(int)(drawn * options.ShortSides.Count)]
            : options.ShortSides[0] + (int)(drawn * (options.ShortSides[1] - options.ShortSides[0] + 1));
        return new ResizeOptions { ShortSide = shortSide, MaximumSide = options.MaximumSide }.SizeFor(size);
    }

    private Box? DrawCrop(ImageSize size, RandomStream random)
    {
        var crops = random.NextBool(options.CropProbability);
        var width = size.Width * random.NextDouble(options.CropMinimumShare, 1);
        var height = size.Height * random.NextDouble(options.CropMinimumShare, 1);
        var part = Box.FromXywh((size.Width - width) * random.NextDouble(), (size.Height - height) * random.NextDouble(), width, height);
        return crops ? part.ClipTo(size) : null;
    }

    private static double Factor(double jitter, RandomStream random) => random.NextDouble(1 - jitter, 1 + jitter);
}
