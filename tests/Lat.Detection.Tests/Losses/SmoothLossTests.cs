using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class SmoothLossTests
{
    private const double Beta = 1.0 / 9;

    private static readonly float[] Differences = [0, 0.05f, -0.1f, 0.5f, 1f / 9, -2, 0.0001f, 3];

    [Fact]
    public void BelowBetaTheLossIsAParabola()
    {
        using var scope = NewDisposeScope();
        var smooth = BoxDifferences.Of(tensor(Differences, [2, 4]), zeros([2, 4]), Beta).Values();
        for (var index = 0; index < smooth.Length; index++)
        {
            var distance = Math.Abs((double)Differences[index]);
            Assert.Equal(distance < Beta ? distance * distance / (2 * Beta) : distance - (Beta / 2), smooth[index], 1e-6);
        }
    }

    [Fact]
    public void WithoutBetaItIsTheAbsoluteDifference()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Differences.Select(Math.Abs), BoxDifferences.Of(tensor(Differences, [2, 4]), zeros([2, 4]), 0).Values());
    }

    [Fact]
    public void BothStagesTakeTheirOwnBeta()
    {
        using var scope = NewDisposeScope();
        var sample = new ProposalSample([0, 1], [1, 1], [0, 1], Differences);
        Assert.Equal(Differences.Sum(Math.Abs), ProposalLosses.Boxes(zeros([2, 4]), sample, 0).item<float>(), 1e-5f);
        Assert.True(ProposalLosses.Boxes(zeros([2, 4]), sample, Beta).item<float>() < Differences.Sum(Math.Abs) - 0.1f);
        var (sharp, smooth) = (Region(0), Region(Beta));
        Assert.Equal(Differences.Sum(Math.Abs) / 2, sharp, 1e-5f);
        Assert.True(smooth < sharp - 0.05f);
    }

    [Fact]
    public void OneRegressorServesAllClasses()
    {
        using var scope = NewDisposeScope();
        var offsets = zeros([3, 4]).requires_grad_();
        float[] targets = [1, -1, 2, 0, 9, 9, 9, 9, 0, 0, 0, 3];
        var loss = RegionLosses.BoxRegression(offsets, [2, 0, 1], targets, null);
        Assert.Equal((4 + 3) / 3f, loss.item<float>(), 1e-6f);
        loss.backward();
        Assert.Equal([0, 1, 2, 11], offsets.grad!.Values().Index().Where(entry => entry.Item != 0).Select(entry => entry.Index));
    }

    private static float Region(double beta) =>
        RegionLosses.BoxRegression(zeros([2, 8]), [1, 1], Differences, null, beta).item<float>();
}
