namespace Lat.Detection.Tests;

/// <summary>A source of two drawn images, flipped half of the time.</summary>
internal sealed class TwoImages : IExampleSource
{
    public int Count => 2;

    public TrainingExample Get(int index, RandomStream augmentation)
    {
        var example = Some.TwoRectangles(index);
        if (!augmentation.NextBool(0.5))
        {
            return example;
        }

        var flipped = new RgbImage(example.Image.Size);
        for (var pixel = 0; pixel < flipped.Size.PixelCount; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, flipped.Width);
            example.Image.Pixels.AsSpan(pixel * 3, 3).CopyTo(flipped.Pixels.AsSpan(((y * flipped.Width) + flipped.Width - 1 - x) * 3));
        }

        return new TrainingExample(
            flipped, example.Annotations.Select(annotation => annotation with { Box = annotation.Box.FlipHorizontally(64) }).ToEquatableArray());
    }
}
