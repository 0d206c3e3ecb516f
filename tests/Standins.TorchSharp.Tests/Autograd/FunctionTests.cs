namespace Standins.TorchSharp.Tests;

public class FunctionTests
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x.pow(3) * (double)vars[1];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0].pow(2) * 3 * (double)ctx.get_data("factor"), null!];
    }

    private sealed class Faulty : autograd.SingleTensorFunction<Faulty>
    {
        public override string Name => nameof(Faulty);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new InvalidOperationException("no way back");
    }

    private sealed class Halves : autograd.MultiTensorFunction<Halves>
    {
        public override string Name => nameof(Halves);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) => [.. ((Tensor)vars[0]).chunk(2).Select(part => part.clone())];

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) => [cat(grad_outputs)];
    }

    [Fact]
    public void AHandWrittenGradientIsUsed()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        Cube.apply(x, 2.0).sum().backward();
        Assert.Equal([6.0, 24], x.grad!.data<double>().ToArray());
        Assert.False(Cube.apply(x.detach(), 2.0).requires_grad);
    }

    [Fact]
    public void AMissingGradientOfAnOutputArrivesAsZeros()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        (Halves.apply(x)[1] * 5).backward();
        Assert.Equal([0.0, 5], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void AnExceptionInTheBackwardHalfComesOutOfBackward()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var error = Assert.ThrowsAny<Exception>(() => Faulty.apply(x).backward());
        Assert.Contains("no way back", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingStaysAliveAfterTheGraphIsGone()
    {
        var before = Tensor.TotalCount;
        for (var i = 0; i < 20; i++)
        {
            using var scope = NewDisposeScope();
            var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
            Cube.apply(x, 2.0).sum().backward();
        }

        Assert.True(Tensor.TotalCount <= before + 5, $"{Tensor.TotalCount - before} tensors leaked");
    }
}
