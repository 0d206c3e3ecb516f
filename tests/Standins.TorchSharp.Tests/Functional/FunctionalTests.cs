namespace Standins.TorchSharp.Tests;

public class FunctionalTests
{
    [Fact]
    public void ConvolutionsGiveHandComputedSums()
    {
        using var scope = NewDisposeScope();
        var image = arange(9, dtype: float32).view(1, 1, 3, 3);
        var kernel = ones(1, 1, 2, 2);
        Assert.Equal([8f, 12, 20, 24], nn.functional.conv2d(image, kernel).data<float>().ToArray());
        Assert.Equal([9f], nn.functional.conv2d(image, kernel, ones(1), strides: [2, 2]).data<float>().ToArray());
        Assert.Equal([1, 1, 4, 4], nn.functional.conv_transpose2d(image, kernel).shape);
        Assert.Equal([4f, 5, 7, 8], nn.functional.max_pool2d(image, 2, stride: 1).data<float>().ToArray());
        Assert.Equal([4f], nn.functional.adaptive_avg_pool2d(image, 1).data<float>().ToArray());
        Assert.Equal([1, 4, 4], nn.functional.unfold(image, 2).shape);
    }

    [Fact]
    public void LossesMeetTheirFormulas()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new float[] { 0, 1 }, [1, 2]);
        Assert.Equal(Math.Log(1 + Math.E) - 1, nn.functional.cross_entropy(logits, tensor(new long[] { 1 })).ToDouble(), 5);
        Assert.Equal(Math.Log(2), nn.functional.binary_cross_entropy_with_logits(zeros(3), ones(3)).ToDouble(), 5);
        var errors = tensor(new float[] { 0.5f, 2 });
        Assert.Equal([0.125f, 1.5f], nn.functional.smooth_l1_loss(errors, zeros(2), reduction: nn.Reduction.None).data<float>().ToArray());
        Assert.Equal(2.5f, nn.functional.l1_loss(errors, zeros(2), reduction: nn.Reduction.Sum).item<float>());
        Assert.Equal(2.125f, nn.functional.mse_loss(errors, zeros(2)).item<float>());
    }

    [Fact]
    public void ResizingAndSamplingFindTheValuesBetween()
    {
        using var scope = NewDisposeScope();
        var image = tensor(new float[] { 0, 2 }, [1, 1, 1, 2]);
        Assert.Equal([0f, 0, 2, 2], nn.functional.interpolate(image, scale_factor: [1, 2]).data<float>().ToArray());
        Assert.Equal([0f, 1, 2], nn.functional.interpolate(image, size: [1, 3], mode: InterpolationMode.Bilinear, align_corners: true).data<float>().ToArray());
        var grid = tensor(new float[] { 0, 0 }, [1, 1, 1, 2]);
        Assert.Equal(1f, nn.functional.grid_sample(image, grid, align_corners: true).item<float>());
        Assert.Equal([0f, 0, 2, 0], nn.functional.pad(image, (1, 1)).data<float>().ToArray());
    }

    [Fact]
    public void AttentionAveragesTheValuesThatTheMaskLetsThrough()
    {
        using var scope = NewDisposeScope();
        var query = zeros(1, 2, 4);
        var value = tensor(new float[] { 1, 3 }, [1, 2, 1]);
        Assert.Equal([2f, 2], nn.functional.scaled_dot_product_attention(query, query, value).data<float>().ToArray());
        Assert.Equal([1f, 2], nn.functional.scaled_dot_product_attention(query, query, value, is_casual: true).data<float>().ToArray());
        var mask = tensor(new[,] { { false, true }, { true, true } });
        Assert.Equal([3f, 2], nn.functional.scaled_dot_product_attention(query, query, value, mask).data<float>().ToArray());
    }

    [Fact]
    public void BagsOfRowsAreJoined()
    {
        using var scope = NewDisposeScope();
        using var bag = nn.EmbeddingBag_from_pretrained(tensor(new float[,] { { 1 }, { 10 }, { 100 } }), mode: EmbeddingBagMode.Sum);
        var places = tensor(new long[] { 0, 1, 2 });
        Assert.Equal([11f, 100], bag.call(places, tensor(new long[] { 0, 2 })).data<float>().ToArray());
        Assert.Equal([12f], bag.call(places, tensor(new long[] { 0 }), tensor(new[] { 2f, 1, 0 })).data<float>().ToArray());
    }

    [Fact]
    public void ASparseMatrixMultipliesADenseOne()
    {
        using var scope = NewDisposeScope();
        var sparse = sparse_coo_tensor(tensor(new long[,] { { 0, 1 }, { 1, 0 } }), tensor(new[] { 2f, 3 }), [2, 2]);
        var dense = tensor(new float[,] { { 1, 2 }, { 3, 4 } }, requires_grad: true);
        var product = sparse.mm(dense);
        Assert.Equal([6f, 8, 3, 6], product.data<float>().ToArray());
        product.sum().backward();
        Assert.Equal([3f, 3, 2, 2], dense.grad!.data<float>().ToArray());
    }
}
