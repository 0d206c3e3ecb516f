using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class RegionLossesTests
{
    private static readonly float[] Logits = [1, 2, -1, 0, 0.5f, 0, 3, 1, 1];
    private static readonly long[] Columns = [1, 0, 2];

    [Fact]
    public void WithoutWeightsItIsTheMeanCrossEntropy()
    {
        using var scope = NewDisposeScope();
        var expected = nn.functional.cross_entropy(tensor(Logits, [3, 3]), tensor(Columns)).item<float>();
        Assert.Equal(expected, Loss(null), 1e-6f);
        Assert.Equal(expected, Loss([1, 1, 1]), 1e-6f);
    }

    [Fact]
    public void ADoubtfulLabelWeighsItsConfidence()
    {
        using var scope = NewDisposeScope();
        var (doubtful, none) = (Loss([0.5f, 1, 1]), Loss([0, 1, 1]));
        Assert.Equal((Loss(null) + none) / 2, doubtful, 1e-6f);
    }

    [Fact]
    public void DividedByTheWeightsEqualDoubtsCancel()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Loss(null), Loss([0.2f, 0.2f, 0.2f], ClassLossNormalizer.Weights), 1e-6f);
    }

    [Fact]
    public void TheBoxLossSeesTheRightClassOfObjectsOnly()
    {
        using var scope = NewDisposeScope();
        var offsets = zeros([3, 12]).requires_grad_();
        float[] targets = [1, -1, 2, 0, 9, 9, 9, 9, 0, 0, 0, 3];
        var loss = RegionLosses.BoxRegression(offsets, Columns, targets, null);
        Assert.Equal((4 + 3) / 3f, loss.item<float>(), 1e-6f);
        loss.backward();
        var touched = offsets.grad!.Values().Select((value, index) => (value, index)).Where(entry => entry.value != 0).Select(entry => entry.index);

        // Row 0, class 1: columns 4 to 7; row 2, class 2: columns 8 to 11. Where the difference is zero there is no slope.
        Assert.Equal([4, 5, 6, 24 + 11], touched);
    }

    [Fact]
    public void ABoxLossWeighsConfidenceWhenAsked()
    {
        using var scope = NewDisposeScope();
        float[] targets = [1, -1, 2, 0, 9, 9, 9, 9, 0, 0, 0, 3];
        Assert.Equal((2 + 3) / 3f, RegionLosses.BoxRegression(zeros([3, 12]), Columns, targets, [0.5f, 1, 1]).item<float>(), 1e-6f);
    }

    [Fact]
    public void WithoutRegionsTheLossIsZero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, RegionLosses.Classification(zeros([0, 3]), [], null, ClassLossNormalizer.Regions).item<float>());
        Assert.Equal(0, RegionLosses.BoxRegression(zeros([0, 12]), [], [], null).item<float>());
    }

    private static float Loss(float[]? weights, ClassLossNormalizer normalizer = ClassLossNormalizer.Regions) =>
        RegionLosses.Classification(tensor(Logits, [3, 3]), Columns, weights, normalizer).item<float>();
}
