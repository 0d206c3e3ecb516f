using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>Small things to test with.</summary>
internal static class Some
{
    /// <summary>A detector for images of 64x64 that trains in seconds.</summary>
    public static DetectorOptions TinyDetector { get; } = new()
    {
        StemChannels = 8,
        StageChannels = [16, 16, 16, 16],
        FeatureChannels = 16,
        Anchors = new AnchorOptions { Sizes = [8, 16, 32, 48, 64] },
        Proposals = new ProposalOptions { BatchPerImage = 64, TrainingPreNms = 100, TrainingPostNms = 64, PredictionPostNms = 64 },
        Regions = new RegionOptions { OutputSize = 5, CanonicalBoxSize = 64, BatchPerImage = 32, HeadWidth = 64 },
    };

    public static FasterRcnn TinyNetwork(int classCount = 2) => new(TinyDetector, classCount, new Seed(1));

    public static float[] Boxes(int count, RandomStream random, double extent = 100)
    {
        var boxes = new float[count * 4];
        for (var index = 0; index < count; index++)
        {
            var (x, y) = (random.NextDouble(0, extent), random.NextDouble(0, extent));
            (boxes[index * 4], boxes[(index * 4) + 1]) = ((float)x, (float)y);
            boxes[(index * 4) + 2] = (float)(x + random.NextDouble(1, extent / 2));
            boxes[(index * 4) + 3] = (float)(y + random.NextDouble(1, extent / 2));
        }

        return boxes;
    }

    public static float[] Numbers(int count, RandomStream random) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextGaussian())];

    public static float[] Values(this torch.Tensor tensor)
    {
        using var values = HostValues.Of(tensor);
        return values.Span.ToArray();
    }

    /// <summary>A grey image with a bright and a dark rectangle, classes 0 and 1.</summary>
    public static TrainingExample TwoRectangles(int variant)
    {
        var image = new RgbImage(new ImageSize(64, 64));
        Array.Fill(image.Pixels, (byte)110);
        var bright = new Box(6 + (variant * 8), 8, 30 + (variant * 8), 32);
        var dark = new Box(30 - (variant * 6), 40, 58 - (variant * 6), 56);
        Paint(image, bright, 250);
        Paint(image, dark, 10);
        return new TrainingExample(image, [new Annotation(bright, 0), new Annotation(dark, 1)]);
    }

    private static void Paint(RgbImage image, Box box, byte value)
    {
        for (var y = (int)box.Y1; y < (int)box.Y2; y++)
        {
            image.Pixels.AsSpan(((y * image.Width) + (int)box.X1) * 3, (int)box.Width * 3).Fill(value);
        }
    }
}
