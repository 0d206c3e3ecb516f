namespace Standins.TorchSharp.Tests;

public class ReductionTests
{
    [Fact]
    public void ReductionsGiveHandComputedValues()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[,] { { 1, 5, 3 }, { 4, 2, 6 } });
        Assert.Equal(21f, a.sum().item<float>());
        Assert.Equal([5f, 7, 9], a.sum(dim: 0).data<float>().ToArray());
        Assert.Equal([2, 1], a.sum(1, keepdim: true).shape);
        Assert.Equal([3f, 4], a.mean([1]).data<float>().ToArray());
        var (values, indexes) = a.max(1);
        Assert.Equal([5f, 6], values.data<float>().ToArray());
        Assert.Equal([1L, 2], indexes.data<long>().ToArray());
        Assert.Equal([4f, 5, 6], a.amax(0).data<float>().ToArray());
        Assert.Equal([1L, 2], a.argmax(1).data<long>().ToArray());
        Assert.Equal([1f, 6, 9], a.cumsum(1)[0].data<float>().ToArray());
        Assert.Equal(Math.Sqrt(91), a.norm().ToDouble(), 5);
        Assert.Equal(3.5f, a.var().item<float>(), 5);
        Assert.Equal(5.1429f, tensor(new float[] { 1, 5, 3 }).logsumexp(0).item<float>(), 3);
        Assert.True((a > 0).all().item<bool>());
        Assert.False((a > 6).any().item<bool>());
    }

    [Fact]
    public void SortAndTopkGiveValuesAndPlaces()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[] { 3, 1, 2 });
        var (sorted, order) = a.sort(descending: true);
        Assert.Equal([3f, 2, 1], sorted.data<float>().ToArray());
        Assert.Equal([0L, 2, 1], order.data<long>().ToArray());
        var (top, places) = a.topk(2, largest: false);
        Assert.Equal([1f, 2], top.data<float>().ToArray());
        Assert.Equal([1L, 2], places.data<long>().ToArray());
        Assert.Equal([1L, 2, 0], a.argsort().data<long>().ToArray());
        var (found, inverse, counts) = tensor(new long[] { 2, 1, 2 }).unique(sorted: true, return_counts: true);
        Assert.Equal([1L, 2], found.data<long>().ToArray());
        Assert.Null(inverse);
        Assert.Equal([1L, 2], counts!.data<long>().ToArray());
    }
}
