namespace Lat.Transfer.Tests;

/// <summary>The gradients of the module against differences of the reference in doubles.</summary>
[NoLiveTensors]
public sealed class FusionGradientTests
{
    private const double Step = 1e-5;

    [Theory]
    [InlineData(FusionMode.Plain, RowLimit.None, ConfidenceMode.LogAdd)]
    [InlineData(FusionMode.ClassAware, RowLimit.ScaleDown, ConfidenceMode.LogAdd)]
    [InlineData(FusionMode.ClassAware, RowLimit.Clamp, ConfidenceMode.PostMultiply)]
    [InlineData(FusionMode.ClassAware, RowLimit.ScaleBothWays, ConfidenceMode.Literal)]
    public void GradientsAreThoseOfTheEquation(FusionMode mode, RowLimit limit, ConfidenceMode confidence)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var options = new FusionOptions { Mode = mode, Limit = limit, Confidence = confidence, Threshold = new AttentionThreshold("0.4") };
        using var fusion = new SemanticFeatureFusion(FusionProposals.Width, FusionProposals.Classes, 2, options);
        Some.Randomize(fusion, new Seed(3), 0.8);
        var proposals = FusionProposals.Random(new Seed(4), 0, 0, 0, 1);
        var loss = Some.Numbers(proposals.Count * FusionProposals.Width, new Seed(5).ToStream());
        var fused = proposals.Forward(fusion, out var features, out var scores, out var sure);
        (fused * TorchSharp.torch.tensor(loss, [proposals.Count, FusionProposals.Width])).sum().backward();

        var reference = new FusionReference(fusion, options, 2);
        double[][] featureRows = [.. proposals.Features.Select(value => (double)value).Chunk(FusionProposals.Width)];
        double[][] scoreRows = [.. proposals.Scores.Select(value => (double)value).Chunk(FusionProposals.Classes)];
        double[] confidences = [.. proposals.Confidence.Select(value => (double)value)];
        double Loss() => reference.Forward(featureRows, scoreRows, confidences, proposals.Images).SelectMany(row => row).Zip(loss, (value, weight) => value * weight).Sum();

        AssertGradient(features.grad!.Values(), featureRows, Loss);
        foreach (var (name, parameter) in fusion.named_parameters())
        {
            AssertGradient(parameter.grad!.Values(), [reference.Weights[name]], Loss);
        }

        if (mode == FusionMode.ClassAware)
        {
            AssertGradient(scores.grad!.Values(), scoreRows, Loss);
            AssertGradient(sure.grad!.Values(), [confidences], Loss);
        }
    }

    private static void AssertGradient(float[] gradient, double[][] rows, Func<double> loss)
    {
        var index = 0;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                var kept = row[column];
                row[column] = kept + Step;
                var above = loss();
                row[column] = kept - Step;
                var below = loss();
                row[column] = kept;
                var expected = (above - below) / (2 * Step);
                Assert.InRange(Math.Abs(gradient[index++] - expected), 0, 5e-4 * (1 + Math.Abs(expected)));
            }
        }

        Assert.Equal(gradient.Length, index);
    }
}
