using Lat.Core;

namespace Lat.Imaging;

/// <summary>
/// Changes training images and their boxes at random, keeping the size of the image. Equal streams give equal results; every call takes
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
        var zoom = Zoom.Of(size, random.NextDouble(options.MinimumScale, options.MaximumScale), random.NextDouble(), random.NextDouble());
        var color = new ColorChange(
            Factor(options.BrightnessJitter, random), Factor(options.ContrastJitter, random), Factor(options.SaturationJitter, random));
        return new Augmentation(size, flips, crop, zoom, color, options.MinimumVisibleShare);
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
