namespace Standins.TorchSharp.Tests;

public class FactoryTests
{
    [Fact]
    public void ArraysBecomeTensorsOfTheirTypeAndShape()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.0).dtype);
        Assert.Equal([2, 2], tensor(new double[,] { { 1, 2 }, { 3, 4 } }).shape);
        Assert.Equal([2, 1], tensor(new byte[] { 1, 2 }, [2, 1]).shape);
        Assert.Equal(ScalarType.Float16, tensor(new float[] { 1 }, dtype: float16).dtype);
        Assert.Equal([3f, 4], from_array(new float[,] { { 1, 2 }, { 3, 4 } })[1].data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => tensor(new float[] { 1, 2, 3 }, [2, 2]));
    }

    [Fact]
    public void FactoriesGiveTheirValues()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0L, 1, 2], arange(3).data<long>().ToArray());
        Assert.Equal([1f, 1.5f], arange(1, 2, 0.5).data<float>().ToArray());
        Assert.Equal([0f, 0.5f, 1], linspace(0, 1, 3).data<float>().ToArray());
        Assert.Equal(ScalarType.Float32, zeros(2, 3).dtype);
        Assert.Equal([7L, 7], full(2, 7, dtype: int64).data<long>().ToArray());
        Assert.Equal([1f, 0, 0, 1], eye(2).data<float>().ToArray());
        var grids = meshgrid([arange(2), arange(3)], indexing: "ij");
        Assert.Equal([0L, 0, 0, 1, 1, 1], grids[0].contiguous().data<long>().ToArray());
        Assert.Equal([1f, 1, 2, 2], cat([ones(2), full(2, 2f)]).data<float>().ToArray());
        Assert.Equal([2, 2], stack([ones(2), zeros(2)]).shape);
        Assert.Equal([1f, 0], where(tensor(new[] { true, false }), ones(2), zeros(2)).data<float>().ToArray());
    }

    [Fact]
    public void ASeedRepeatsItsNumbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = randn(4).data<float>().ToArray();
        var state = get_rng_state();
        var second = rand(3).data<float>().ToArray();
        manual_seed(7);
        Assert.Equal(first, randn(4).data<float>().ToArray());
        set_rng_state(state);
        Assert.Equal(second, rand(3).data<float>().ToArray());
        using var own = new Generator(5);
        var drawn = randperm(5, generator: own).data<long>().ToArray();
        Assert.Equal(drawn, randperm(5, generator: own.manual_seed(5)).data<long>().ToArray());
        Assert.Equal([0L, 1, 2, 3, 4], drawn.Order());
    }

    [Fact]
    public void AccessorsReadThroughStridesAndWriteBack()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal([1f, 3, 2, 4], a.t().data<float>().ToArray());
        a.data<float>()[1, 0] = 9;
        Assert.Equal(9f, a[1, 0].item<float>());
        a.data<float>().CopyFrom([7f, 8], tensorIndex: 1);
        Assert.Equal([1f, 7, 8, 4], a.data<float>().ToArray());
        a.bytes[0] = 0;
        Assert.Throws<ArgumentException>(() => a.data<long>());
        Assert.Throws<ArgumentException>(() => a.item<double>());
    }
}
