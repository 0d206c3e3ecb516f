using TorchSharp.Modules;

namespace Standins.TorchSharp.Tests;

public class OptimizerTests
{
    // The gradient of the loss used here, 0.5·(3w)², is 9w.
    private static Tensor Loss(Parameter weight) => (weight * 3).pow(2).sum() * 0.5;

    private static void Step(torch.optim.Optimizer optimizer, Parameter weight)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        Loss(weight).backward();
        optimizer.step();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SgdFollowsItsFormula(bool nesterov)
    {
        using var weight = nn.Parameter(tensor(new[] { 2.0 }));
        using var sgd = torch.optim.SGD([weight], 0.01, momentum: 0.9, weight_decay: 0.1, nesterov: nesterov);
        double expected = 2, buffer = 0;
        for (var step = 0; step < 4; step++)
        {
            Step(sgd, weight);
            var gradient = (9 * expected) + (0.1 * expected);
            buffer = step == 0 ? gradient : (0.9 * buffer) + gradient;
            expected -= 0.01 * (nesterov ? gradient + (0.9 * buffer) : buffer);
            Assert.Equal(expected, weight.item<double>(), tolerance: 1e-12);
        }
    }

    [Fact]
    public void AdamWFollowsItsFormula()
    {
        using var weight = nn.Parameter(tensor(new[] { 2.0 }));
        using var adam = torch.optim.AdamW([weight], 0.1, weight_decay: 0.2);
        double expected = 2, first = 0, second = 0;
        for (var step = 1; step <= 4; step++)
        {
            Step(adam, weight);
            var gradient = 9 * expected;
            expected *= 1 - (0.1 * 0.2);
            first = (0.9 * first) + (0.1 * gradient);
            second = (0.999 * second) + (0.001 * gradient * gradient);
            expected -= 0.1 * (first / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second / (1 - Math.Pow(0.999, step))) + 1e-8);
            Assert.Equal(expected, weight.item<double>(), tolerance: 1e-9);
        }
    }

    [Fact]
    public void GroupsHaveRatesOfTheirOwn()
    {
        using Parameter fast = nn.Parameter(tensor(new[] { 1.0 })), slow = nn.Parameter(tensor(new[] { 1.0 }));
        using var sgd = torch.optim.SGD([new SGD.ParamGroup([fast], lr: 0.1), new SGD.ParamGroup([slow], lr: 0.01, weight_decay: 1)], 0.5);
        Loss(fast).backward();
        Loss(slow).backward();
        sgd.step();
        Assert.Equal(0.1, fast.item<double>(), 9);
        Assert.Equal(0.9, slow.item<double>(), 9);
        sgd.ParamGroups.First().LearningRate = 0.2;
        Assert.Equal(0.2, sgd.ParamGroups.First().LearningRate);
    }

    [Fact]
    public void ASavedOptimizerContinuesWhereItStopped()
    {
        using Parameter one = nn.Parameter(tensor(new[] { 2.0 })), two = nn.Parameter(tensor(new[] { 2.0 }));
        using var first = torch.optim.AdamW([one], 0.1);
        using var second = torch.optim.AdamW([two], 0.3);
        Step(first, one);
        using (no_grad())
        {
            two.copy_(one);
        }

        using var memory = new MemoryStream();
        first.save_state_dict(new BinaryWriter(memory));
        memory.Position = 0;
        second.load_state_dict(new BinaryReader(memory));
        Step(first, one);
        Step(second, two);
        Assert.Equal(one.item<double>(), two.item<double>());
        using var third = torch.optim.SGD([two], 0.1);
        memory.Position = 0;
        Assert.Throws<InvalidDataException>(() => third.load_state_dict(new BinaryReader(memory)));
    }

    [Fact]
    public void ClippingScalesTheGradientsToTheNorm()
    {
        using var weight = nn.Parameter(tensor(new[] { 3.0, 4.0 }));
        weight.grad = tensor(new[] { 3.0, 4.0 });
        Assert.Equal(5, nn.utils.clip_grad_norm_([weight], 1), 6);
        Assert.Equal([0.6, 0.8], weight.grad!.data<double>().ToArray().Select(value => Math.Round(value, 5)));
    }

    [Fact]
    public void AStepLeavesNoTensorsBehind()
    {
        using var weight = nn.Parameter(tensor(new[] { 2.0 }));
        using var sgd = torch.optim.SGD([weight], 0.01, momentum: 0.9, weight_decay: 0.1, nesterov: true);
        Step(sgd, weight);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Step(sgd, weight);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
