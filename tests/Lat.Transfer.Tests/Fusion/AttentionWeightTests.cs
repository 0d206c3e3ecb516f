using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>What docs/method.md says of the variants, read off the attention weights themselves.</summary>
[NoLiveTensors]
public sealed class AttentionWeightTests
{
    private static readonly float[] OneUnsure = [1, 0.2f, 1];

    [Fact]
    public void TakenLiterallyALowConfidenceGainsWeightWhereTheLogitsAreNegative()
    {
        var options = new FusionOptions { Confidence = ConfidenceMode.Literal, Limit = RowLimit.None };
        Assert.All(Weights(options, logit: -2, OneUnsure), row => Assert.True(row[1] > 0.5 && row[0] < 0.25, string.Join(' ', row)));
    }

    [Theory]
    [InlineData(ConfidenceMode.LogAdd, -2)]
    [InlineData(ConfidenceMode.LogAdd, 2)]
    [InlineData(ConfidenceMode.PostMultiply, -2)]
    [InlineData(ConfidenceMode.PostMultiply, 2)]
    public void OtherwiseALowConfidenceNeverGainsWeight(ConfidenceMode confidence, float logit)
    {
        var options = new FusionOptions { Confidence = confidence, Limit = RowLimit.None };
        foreach (var row in Weights(options, logit, OneUnsure))
        {
            Assert.Equal(0.2 / 2.2, row[1], 5);
            Assert.Equal(1 / 2.2, row[0], 5);
        }
    }

    [Fact]
    public void ScalingBothWaysBlowsUpDiffuseRows()
    {
        var options = new FusionOptions { Limit = RowLimit.ScaleBothWays };
        Assert.All(Weights(options, logit: 1, [1, 1, 1]), row => Assert.Equal(3 / Math.Sqrt(2), row.Sum(), 4));
    }

    [Theory]
    [InlineData(RowLimit.ScaleDown)]
    [InlineData(RowLimit.Clamp)]
    public void TheOtherLimitsNeverRaiseAWeightNorLeaveOneAboveTheThreshold(RowLimit limit)
    {
        var options = new FusionOptions { Limit = limit, Threshold = new AttentionThreshold("0.4") };
        var free = Weights(options with { Limit = RowLimit.None }, logit: 1, OneUnsure);
        var limited = Weights(options, logit: 1, OneUnsure);
        foreach (var (before, after) in free.SelectMany(row => row).Zip(limited.SelectMany(row => row)))
        {
            Assert.True(after <= before + 1e-6 && after <= 0.4 + 1e-6);
        }

        Assert.NotEqual(free[0], limited[0]);
    }

    [Fact]
    public void ScalingDownKeepsTheProportionsOfARowAndLeavesDiffuseRowsAlone()
    {
        var options = new FusionOptions { Limit = RowLimit.ScaleDown, Threshold = new AttentionThreshold("0.4") };
        var row = Weights(options, logit: 1, OneUnsure)[0];
        Assert.Equal(0.4, row[0], 5);
        Assert.Equal(0.08, row[1], 5);
        Assert.All(Weights(options, logit: 1, [1, 1, 1])[0], weight => Assert.Equal(1.0 / 3, weight, 5));
    }

    [Fact]
    public void ClampingLeavesTheWeightsBelowTheThresholdAlone()
    {
        var row = Weights(new FusionOptions { Limit = RowLimit.Clamp, Threshold = new AttentionThreshold("0.4") }, logit: 1, OneUnsure)[0];
        Assert.Equal(0.4, row[0], 5);
        Assert.Equal(0.2 / 2.2, row[1], 5);
    }

    /// <summary>
    /// The attention over features of 3 proposals whose logits are all alike. The first feature makes the logit, the others are the unit
    /// vectors and pass unchanged, so that what comes out are the weights.
    /// </summary>
    private static float[][] Weights(FusionOptions options, float logit, float[] confidence)
    {
        using var scope = torch.NewDisposeScope();
        using var fusion = new SemanticFeatureFusion(4, 5, 2, options with { Residual = false, LayerNorm = false });
        using (torch.no_grad())
        {
            foreach (var (name, parameter) in fusion.named_parameters())
            {
                parameter.copy_(torch.tensor(Parameter(name, (int)parameter.NumberOfElements, logit), parameter.shape));
            }
        }

        var features = torch.tensor(new float[] { 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1 }, [3, 4]);
        var fused = fusion.forward(features, torch.zeros(3, 5), torch.tensor(confidence), torch.zeros(3, torch.int64));
        return [.. fused.Values().Chunk(4).Select(row => row[1..])];
    }

    private static float[] Parameter(string name, int count, float logit)
    {
        var values = new float[count];
        switch (name)
        {
            case "featureValue.weight":
                (values[0], values[5], values[10], values[15]) = (1, 1, 1, 1);
                break;
            case "query.weight":
                values[0] = logit * 2; // the similarity is divided by the root of the width, 2
                break;
            case "key.weight":
                values[0] = 1;
                break;
            default:
                break;
        }

        return values;
    }
}
