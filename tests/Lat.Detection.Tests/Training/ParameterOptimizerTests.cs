using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class ParameterOptimizerTests
{
    [Fact]
    public void MomentumIsTorchsOwn() => AssertSame(
        new TrainingOptions { Momentum = 0.9, WeightDecay = 0.01 },
        parameters => optim.SGD(parameters, 0.1, momentum: 0.9, weight_decay: 0.01));

    [Fact]
    public void AdamWIsTorchsOwn() => AssertSame(
        new TrainingOptions { Optimizer = OptimizerKind.AdamW, WeightDecay = 0.01 },
        parameters => optim.AdamW(parameters, 0.1, weight_decay: 0.01));

    [Fact]
    public void NormsAndBiasesHaveTheirOwnDecay()
    {
        using var network = Some.TinyNetwork();
        var options = new TrainingOptions { WeightDecay = 0.5, NormWeightDecay = 0.25, BiasWeightDecay = 0.125 };
        var decays = OptimizedParameter.Of(network, options).ToDictionary(entry => entry.Name, entry => entry.WeightDecay);
        Assert.Equal(0.5, decays["backbone.body.conv1.weight"]);
        Assert.Equal(0.25, decays["backbone.body.bn1.weight"]);
        Assert.Equal(0.125, decays["rpn.head.conv.0.0.bias"]);
    }

    [Fact]
    public void TheNormIsThatOfTheWholeGradient()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(2, 1);
        using var optimizer = ParameterOptimizer.Create(network, new TrainingOptions());
        network.call(tensor(new[] { 2f, 4f }, [1, 2])).mul(2).sum().backward();
        Assert.Equal(Math.Sqrt(16 + 64 + 4), optimizer.GradientNorm(), 1e-5);
        optimizer.ScaleGradient(0.5);
        Assert.Equal(Math.Sqrt(16 + 64 + 4) / 2, optimizer.GradientNorm(), 1e-5);
        optimizer.ClearGradient();
        Assert.Equal(0, optimizer.GradientNorm());
    }

    private static void AssertSame(TrainingOptions options, Func<IEnumerable<Parameter>, optim.Optimizer> create)
    {
        using var scope = NewDisposeScope();
        using var ours = nn.Linear(6, 4, hasBias: false);
        using var theirs = nn.Linear(6, 4, hasBias: false);
        using (no_grad())
        {
            theirs.weight!.copy_(ours.weight!);
        }

        using var optimizer = ParameterOptimizer.Create(ours, options);
        using var reference = create(theirs.parameters());
        for (var iteration = 0; iteration < 5; iteration++)
        {
            var input = tensor(Some.Numbers(12, new Seed(1).Derive(iteration).ToStream()), [2, 6]);
            optimizer.ClearGradient();
            ours.call(input).square().sum().backward();
            optimizer.Step(0.1, iteration);
            reference.zero_grad();
            theirs.call(input).square().sum().backward();
            reference.step();
        }

        Golden.AssertClose(theirs.weight!.Values(), ours.weight!.Values(), 1e-5f);
    }
}
