using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class RegionPoolingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(48)]
    [InlineData(67)]
    [InlineData(256)]
    public void TheLoopsGiveTheNumbersOfTheSparseMatrix(int channels)
    {
        using var scope = NewDisposeScope();
        var (levels, boxes, images) = Pyramid(channels);
        var weights = tensor(Some.Numbers(images.Length * channels * 25, new Seed(4).ToStream()), [images.Length, channels, 5, 5]);
        var aligner = new RoiAligner(new RegionOptions(), [4, 8]);
        var (pooled, gradients) = Both(aligner.Pool(levels, boxes, images), levels, weights);
        var (expected, expectedGradients) = Both(aligner.PoolByMatrix(levels, boxes, images), levels, weights);
        Golden.AssertClose(expected.Values(), pooled.Values(), 1e-6f);
        Assert.All(gradients.Zip(expectedGradients), pair => Golden.AssertClose(pair.Second.Values(), pair.First.Values(), 1e-6f));
    }

    [Fact]
    public void TheNumberOfThreadsChangesNoBit()
    {
        using var scope = NewDisposeScope();
        var (levels, boxes, images) = Pyramid(130);
        var weights = tensor(Some.Numbers(images.Length * 130 * 25, new Seed(4).ToStream()), [images.Length, 130, 5, 5]);
        var aligner = new RoiAligner(new RegionOptions(), [4, 8]);
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            var (one, gradientsOfOne) = Both(aligner.Pool(levels, boxes, images), levels, weights);
            set_num_threads(2);
            var (two, gradientsOfTwo) = Both(aligner.Pool(levels, boxes, images), levels, weights);
            Assert.Equal(one.Values(), two.Values());
            Assert.All(gradientsOfOne.Zip(gradientsOfTwo), pair => Assert.Equal(pair.First.Values(), pair.Second.Values()));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void NoRegionsGiveAnEmptyTensorAndAZeroGradient()
    {
        using var scope = NewDisposeScope();
        var level = ones(1, 2, 4, 4).requires_grad_();
        var pooled = new RoiAligner(new RegionOptions(), [4]).Pool([level], [], []);
        Assert.Equal([0, 2, 5, 5], pooled.shape);
        pooled.sum().backward();
        Assert.All(level.grad!.Values(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void DoublePrecisionGoesThroughTheMatrixInItsOwnType()
    {
        using var scope = NewDisposeScope();
        var level = ones([1, 2, 4, 4], float64).requires_grad_();
        var pooled = new RoiAligner(new RegionOptions { OutputSize = 1 }, [4]).Pool([level], [0, 0, 8, 8], [0]);
        Assert.Equal(float64, pooled.dtype);
        Assert.Equal([1f, 1f], pooled.Values());
    }

    private static (Tensor Pooled, IReadOnlyList<Tensor> Gradients) Both(Tensor pooled, Tensor[] levels, Tensor weights) =>
        (pooled.contiguous(), autograd.grad([pooled], levels, [weights], allow_unused: true).Select(gradient => gradient.contiguous()).ToList());

    private static (Tensor[] Levels, float[] Boxes, int[] Images) Pyramid(int channels)
    {
        var random = new Seed(3).ToStream();
        Tensor[] levels =
        [
            tensor(Some.Numbers(2 * channels * 16 * 12, random), [2, channels, 16, 12]).requires_grad_(),
            tensor(Some.Numbers(2 * channels * 8 * 6, random), [2, channels, 8, 6]).requires_grad_(),
        ];
        var boxes = Some.Boxes(24, random, 60);
        boxes.AsSpan(0, 4).Clear();
        new float[] { -20, -10, 200, 150 }.CopyTo(boxes, 4);
        return (levels, boxes, [.. Enumerable.Range(0, 24).Select(_ => random.NextInt(2))]);
    }
}
