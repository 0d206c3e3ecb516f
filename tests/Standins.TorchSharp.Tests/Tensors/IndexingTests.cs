namespace Standins.TorchSharp.Tests;

public class IndexingTests
{
    [Fact]
    public void RangesNumbersAndMasksSelectAsNumpyDoes()
    {
        using var scope = NewDisposeScope();
        var a = arange(12, dtype: float32).view(3, 4);
        Assert.Equal([4f, 5, 6, 7], a[1].data<float>().ToArray());
        Assert.Equal(6f, a[1, 2].item<float>());
        Assert.Equal([1f, 2, 5, 6, 9, 10], a[.., 1..3].contiguous().data<float>().ToArray());
        Assert.Equal([3f, 7, 11], a[TensorIndex.Ellipsis, ^1].contiguous().data<float>().ToArray());
        Assert.Equal([10f, 11], a[a > 9].data<float>().ToArray());
        Assert.Equal([8f, 9, 10, 11, 0, 1, 2, 3], a[tensor(new long[] { 2, 0 })].data<float>().ToArray());
        Assert.Equal([1, 3, 4], a[TensorIndex.None].shape);
        Assert.Equal([2f, 10], a[TensorIndex.Slice(step: 2), TensorIndex.Single(2)].contiguous().data<float>().ToArray());
        Assert.Equal([9f, 1], a[TensorIndex.Tensor(tensor(new long[] { 2, 0 })), TensorIndex.Single(1)].data<float>().ToArray());
    }

    [Fact]
    public void AssignmentWritesThroughViewsAndIndices()
    {
        using var scope = NewDisposeScope();
        var a = zeros(2, 3);
        a[0, 1] = tensor(5f);
        a[1] = tensor(new float[] { 1, 2, 3 });
        a[a == 2] = tensor(-1f);
        Assert.Equal([0f, 5, 0, 1, -1, 3], a.data<float>().ToArray());
        a.index_put_(tensor(1f), [TensorIndex.Tensor(tensor(new long[] { 0, 0 })), TensorIndex.Tensor(tensor(new long[] { 2, 2 }))], accumulate: true);
        Assert.Equal(2f, a[0, 2].item<float>());
    }

    [Fact]
    public void GatheringAndScatteringMeetTheirDefinitions()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        var places = tensor(new long[,] { { 0, 0 }, { 1, 0 } });
        Assert.Equal([1f, 1, 4, 3], a.gather(1, places).data<float>().ToArray());
        Assert.Equal([1f, 4], a.take_along_dim(tensor(new long[,] { { 0 }, { 1 } }), 1).data<float>().ToArray());
        Assert.Equal([3f, 4, 1, 2], a.index_select(0, tensor(new long[] { 1, 0 })).data<float>().ToArray());
        var sum = zeros(2, 2).index_add_(0, tensor(new long[] { 1, 1 }), a, 2);
        Assert.Equal([0f, 0, 8, 12], sum.data<float>().ToArray());
        Assert.Equal([9f, 2, 3, 9], a.masked_fill(eye(2, dtype: @bool), 9).data<float>().ToArray());
        Assert.Equal([0L, 1, 1, 0], (a.masked_fill(eye(2, dtype: @bool), 0)).nonzero().data<long>().ToArray());
    }
}
