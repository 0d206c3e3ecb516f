namespace Standins.TorchSharp.Tests;

public class ArithmeticTests
{
    [Fact]
    public void OperatorsTakeTensorsAndNumbersOnBothSides()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new float[] { 1, 2, 4 });
        Assert.Equal([3f, 4, 6], (a + 2).data<float>().ToArray());
        Assert.Equal([1f, 0, -2], (2 - a).data<float>().ToArray());
        Assert.Equal([2f, 1, 0.5f], (2.0 / a).data<float>().ToArray());
        Assert.Equal([1f, 4, 16], (a * a).data<float>().ToArray());
        Assert.Equal([-1f, -2, -4], (-a).data<float>().ToArray());
        Assert.Equal([1f, 0, 0], (a % 2).data<float>().ToArray());
    }

    [Fact]
    public void InPlaceOperatorsReturnTheirTensor()
    {
        using var scope = NewDisposeScope();
        var a = ones(2);
        Assert.Same(a, a.add_(1).mul_(3).addcmul_(a, a, 2));
        Assert.Equal([78f, 78], a.data<float>().ToArray());
    }
}
