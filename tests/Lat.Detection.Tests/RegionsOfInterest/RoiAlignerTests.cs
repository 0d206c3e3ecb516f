using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class RoiAlignerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TorchvisionPoolsTheSameAndSendsTheSameGradientBack(bool aligned)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Read("roi-align.json").EnumerateArray().Single(entry => entry.GetProperty("aligned").GetBoolean() == aligned);
        var features = tensor(golden.Floats("features"), [2, 3, 6, 8]).requires_grad_();
        var aligner = new RoiAligner(new RegionOptions { OutputSize = 3, Aligned = aligned }, [4]);
        var pooled = aligner.Pool([features], golden.Floats("boxes"), golden.Ints("images"));
        Golden.AssertClose(golden.Floats("pooled"), pooled.Values(), 1e-5f);
        pooled.mul(tensor(golden.Floats("weights"), pooled.shape)).sum().backward();
        Golden.AssertClose(golden.Floats("gradient"), features.grad!.Values(), 1e-4f);
    }

    [Fact]
    public void ASlowLoopOverSamplesGivesTheSame()
    {
        using var scope = NewDisposeScope();
        var random = new Seed(6).ToStream();
        float[] values = Some.Numbers(2 * 5 * 9 * 7, random);
        var boxes = Some.Boxes(20, random, 50);
        int[] images = [.. Enumerable.Range(0, 20).Select(_ => random.NextInt(2))];
        var aligner = new RoiAligner(new RegionOptions { OutputSize = 4, SamplingRatio = 3 }, [8]);
        var pooled = aligner.Pool([tensor(values, [2, 5, 9, 7])], boxes, images).contiguous().Values();
        Golden.AssertClose(Slow(values, 5, 9, 7, boxes, images, 8, 4, 3), pooled, 1e-4f);
    }

    [Fact]
    public void RegionsOfAllLevelsAndImagesArePooledFromTheirOwnMap()
    {
        using var scope = NewDisposeScope();
        var levels = new List<Tensor>();
        for (var level = 0; level < 4; level++)
        {
            var side = 64 >> level;
            levels.Add(cat([full([1, 1, side, side], (float)level), full([1, 1, side, side], level + 10f)], 0));
        }

        var aligner = new RoiAligner(new RegionOptions { OutputSize = 1, CanonicalBoxSize = 112 }, [4, 8, 16, 32]);
        float[] boxes = [0, 0, 20, 20, 0, 0, 60, 60, 0, 0, 120, 120, 0, 0, 250, 250, 0, 0, 20, 20];
        Golden.AssertClose([0, 1, 2, 13, 10], aligner.Pool(levels, boxes, [0, 0, 0, 1, 1]).Values(), 1e-5f);
    }

    [Fact]
    public void TorchvisionAssignsTheSameLevels()
    {
        var golden = Golden.Read("levels.json");
        var boxes = golden.Floats("boxes");
        var aligner = new RoiAligner(new RegionOptions { CanonicalBoxSize = 224 }, [4, 8, 16, 32]);
        var levels = Enumerable.Range(0, boxes.Length / 4).Select(index => aligner.LevelOf(boxes.AsSpan(index * 4, 4)));
        Assert.Equal(golden.Ints("levels"), levels);
    }

    [Fact]
    public void StridesOfAVisionTransformerTakeTheRegionsOfTheNearestPowersOfTwo()
    {
        var aligner = new RoiAligner(new RegionOptions { CanonicalBoxSize = 224 }, [3.5, 7, 14, 28]);
        Assert.Equal([0, 1, 2, 3, 3], new float[] { 30, 112, 224, 448, 900 }.Select(side => aligner.LevelOf([0, 0, side, side])));
    }

    [Fact]
    public void AMapOfStride14IsReadWhereTheImagesPixelsAre()
    {
        using var scope = NewDisposeScope();

        // Values are the x of the pixels' centres, so that a bin's mean is the x of its centre.
        var map = (arange(0, 12, dtype: float32) * 14 + 7).view(1, 1, 1, 12).expand(1, 1, 6, 12).contiguous();
        var pooled = new RoiAligner(new RegionOptions { OutputSize = 2, SamplingRatio = 2 }, [14.0]).Pool([map], [20, 14, 108, 70], [0]);
        Golden.AssertClose([42, 86, 42, 86], pooled.Values(), 1e-3f);
    }

    [TestDataFact]
    public void OnnxPoolsTheSame()
    {
        using var scope = NewDisposeScope();
        foreach (var aligned in new[] { true, false })
        {
            var folder = $"test_roialign_aligned_{(aligned ? "true" : "false")}";
            var input = OnnxTensor.Read(folder, "input_0.pb");
            var images = OnnxTensor.Read(folder, "input_2.pb").Integers;
            var aligner = new RoiAligner(new RegionOptions { OutputSize = 5, Aligned = aligned }, [1]);
            var features = tensor(input.Floats, [.. input.Shape]);
            var pooled = aligner.Pool([features], OnnxTensor.Read(folder, "input_1.pb").Floats, [.. images.Select(image => (int)image)]);

            // The case prints four decimals.
            Golden.AssertClose(OnnxTensor.Read(folder, "output_0.pb").Floats, pooled.Values(), 1e-4f);
        }
    }

    private static float[] Slow(
        float[] values, int channels, int height, int width, float[] boxes, int[] images, int stride, int bins, int samples)
    {
        var result = new List<float>();
        for (var region = 0; region < images.Length; region++)
        {
            double Edge(int side) => (boxes[(region * 4) + side] / stride) - 0.5;
            var (binWidth, binHeight) = ((Edge(2) - Edge(0)) / bins, (Edge(3) - Edge(1)) / bins);
            for (var channel = 0; channel < channels; channel++)
            {
                for (var bin = 0; bin < bins * bins; bin++)
                {
                    var sum = 0.0;
                    for (var sample = 0; sample < samples * samples; sample++)
                    {
                        var y = Edge(1) + ((bin / bins) + (((sample / samples) + 0.5) / samples)) * binHeight;
                        var x = Edge(0) + ((bin % bins) + (((sample % samples) + 0.5) / samples)) * binWidth;
                        sum += Interpolate(values, ((images[region] * channels) + channel) * height * width, height, width, y, x);
                    }

                    result.Add((float)(sum / (samples * samples)));
                }
            }
        }

        return [.. result];
    }

    private static double Interpolate(float[] values, int start, int height, int width, double y, double x)
    {
        if (y < -1 || y > height || x < -1 || x > width)
        {
            return 0;
        }

        (y, x) = (Math.Clamp(y, 0, height - 1), Math.Clamp(x, 0, width - 1));
        var (y0, x0) = ((int)y, (int)x);
        var (y1, x1) = (Math.Min(y0 + 1, height - 1), Math.Min(x0 + 1, width - 1));
        double At(int row, int column) => values[start + (row * width) + column];
        var top = (At(y0, x0) * (1 - (x - x0))) + (At(y0, x1) * (x - x0));
        var bottom = (At(y1, x0) * (1 - (x - x0))) + (At(y1, x1) * (x - x0));
        return (top * (1 - (y - y0))) + (bottom * (y - y0));
    }
}
