using Lat.Core;

namespace Lat.Detection;

/// <summary>Makes strong views: the same scene, harder to see. Equal draws give equal views.</summary>
public sealed class StrongAugmenter(StrongAugmentationOptions options)
{
    /// <summary>The strong view of an image, which stays as it is; every object lies where it lay.</summary>
    public RgbImage Apply(RgbImage image, RandomStream random)
    {
        var view = new RgbImage(image.Size, image.Pixels.AsSpan().ToArray());
        var jitter = ColorJitter.Draw(options, random);
        if (random.NextBool(options.ColorProbability))
        {
            jitter.Apply(view.Pixels);
        }

        if (random.NextBool(options.GreyProbability))
        {
            ColorJitter.Grey.Apply(view.Pixels);
        }

        var deviation = random.NextDouble(options.MinimumBlur, options.MaximumBlur);
        if (random.NextBool(options.BlurProbability))
        {
            GaussianBlur.Apply(view, deviation);
        }

        foreach (var erasing in options.Erasing)
        {
            RandomErasing.Apply(view, erasing, random);
        }

        return view;
    }
}
