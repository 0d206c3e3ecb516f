namespace Standins.TorchSharp.Tests;

public class GradientTests
{
    public static TheoryData<string> Operations => [.. s_operations.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_operations = new()
    {
        ["arithmetic"] = x => ((x * x) + (2 / (x + 3)) - x.exp()).sum(),
        ["matmul"] = x => x.matmul(x.t()).pow(2).sum(),
        ["convolution"] = x => nn.functional.conv2d(x.view(1, 1, 2, 3), ones([1, 1, 2, 2], dtype: float64)).sin().sum(),
        ["softmax"] = x => x.log_softmax(1)[.., 0].sum(),
        ["gather"] = x => x.index_select(1, tensor(new long[] { 0, 0, 2 })).pow(3).sum(),
        ["layer norm"] = x => (nn.functional.layer_norm(x, [3]) * arange(6, dtype: float64).view(2, 3)).sum(),
        ["interpolate"] = x => nn.functional.interpolate(x.view(1, 1, 2, 3), [4, 5], mode: InterpolationMode.Bilinear, align_corners: false).pow(2).sum(),
        ["attention"] = x => nn.functional.scaled_dot_product_attention(x, x, x.tanh()).pow(2).sum(),
        ["cross entropy"] = x => nn.functional.cross_entropy(x, tensor(new long[] { 2, 0 })),
        ["grid sample"] = x => nn.functional.grid_sample(
            x.view(1, 1, 2, 3), tensor(new double[] { 0.1, -0.2, 0.4, 0.3 }, [1, 1, 2, 2]), align_corners: false).pow(2).sum(),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void GradientsAgreeWithFiniteDifferences(string name)
    {
        using var scope = NewDisposeScope();
        var operation = s_operations[name];
        double[] point = [0.3, -0.7, 1.1, 0.2, 0.9, -0.4];
        var x = tensor(point, [2, 3], requires_grad: true);
        operation(x).backward();
        var gradient = x.grad!.data<double>().ToArray();
        for (var i = 0; i < point.Length; i++)
        {
            double At(double change)
            {
                var moved = (double[])point.Clone();
                moved[i] += change;
                return operation(tensor(moved, [2, 3])).item<double>();
            }

            Assert.Equal((At(1e-5) - At(-1e-5)) / 2e-5, gradient[i], tolerance: 1e-6);
        }
    }

    [Fact]
    public void GradientsAccumulateUntilForgotten()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        (x * 3).sum().backward();
        (x * 4).sum().backward();
        Assert.Equal([7f, 7], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void ModesTurnRecordingOffAndBackOn()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
        }

        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }

        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
    }

    [Fact]
    public void GradReturnsGradientsOfChosenInputsAndOfGradients()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        Assert.Equal(27.0, first.item<double>());
        Assert.Equal(18.0, autograd.grad([first], [x])[0].item<double>());
    }
}
