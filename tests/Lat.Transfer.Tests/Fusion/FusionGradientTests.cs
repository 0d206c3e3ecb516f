using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>The gradients of the module against differences of the reference in doubles.</summary>
[NoLiveTensors]
public sealed class FusionGradientTests
{
    private const double Step = 1e-5;
    private static readonly torch.ScalarType Doubles = torch.float64;

    public static TheoryData<FusionMode, RowLimit, FusionBranch, ConfidenceMode, int, FusionGeometry> Variants => new()
    {
        { FusionMode.Plain, RowLimit.None, FusionBranch.Feature, ConfidenceMode.LogAdd, 1, FusionGeometry.None },
        { FusionMode.Plain, RowLimit.None, FusionBranch.Feature, ConfidenceMode.LogAdd, 2, FusionGeometry.OverlapMask },
        { FusionMode.ClassAware, RowLimit.None, FusionBranch.Feature, ConfidenceMode.PostMultiply, 1, FusionGeometry.None },
        { FusionMode.ClassAware, RowLimit.ScaleDown, FusionBranch.Feature, ConfidenceMode.LogAdd, 1, FusionGeometry.None },
        { FusionMode.ClassAware, RowLimit.ScaleDown, FusionBranch.Class, ConfidenceMode.LogAdd, 2, FusionGeometry.RelativeBias },
        { FusionMode.ClassAware, RowLimit.Clamp, FusionBranch.Feature, ConfidenceMode.PostMultiply, 2, FusionGeometry.OverlapMask },
        { FusionMode.ClassAware, RowLimit.Clamp, FusionBranch.Class, ConfidenceMode.Literal, 1, FusionGeometry.RelativeBias },
        { FusionMode.ClassAware, RowLimit.ScaleBothWays, FusionBranch.Feature, ConfidenceMode.Literal, 1, FusionGeometry.None },
        { FusionMode.ClassAware, RowLimit.ScaleBothWays, FusionBranch.Class, ConfidenceMode.PostMultiply, 1, FusionGeometry.OverlapMask },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void GradientsAreThoseOfTheEquation(FusionMode mode, RowLimit limit, FusionBranch branch, ConfidenceMode confidence, int heads, FusionGeometry geometry)
    {
        using var scope = torch.NewDisposeScope();
        var options = new FusionOptions
        {
            Mode = mode, Limit = limit, LimitedBranch = branch, Confidence = confidence, Heads = heads, Geometry = geometry, Threshold = new AttentionThreshold("0.4"),
        };
        using var fusion = new SemanticFeatureFusion(FusionProposals.Width, FusionProposals.Classes, 2, options);
        Some.Randomize(fusion, new Seed(3), 0.8);
        fusion.to(Doubles);
        var proposals = FusionProposals.Random(new Seed(4), 0, 0, 0, 1);
        var (count, width, classes) = (proposals.Count, FusionProposals.Width, FusionProposals.Classes);
        var (featureRows, scoreRows) = (FusionProposals.Rows(proposals.Features, width), FusionProposals.Rows(proposals.Scores, classes));
        double[] confidences = [.. proposals.Confidence.Select(value => (double)value)];
        double[] weights = [.. Some.Numbers(count * width, new Seed(5).ToStream()).Select(value => (double)value)];
        var features = Leaf([.. featureRows.SelectMany(row => row)], count, width);
        var scores = Leaf([.. scoreRows.SelectMany(row => row)], count, classes);
        var sure = Leaf(confidences, count);
        var boxes = torch.tensor(proposals.Boxes, [count, 4]).to(Doubles);
        var fused = fusion.forward(features, scores, sure, torch.tensor(proposals.Images), boxes);
        (fused * torch.tensor(weights, [count, width], Doubles)).sum().backward();

        var reference = new FusionReference(fusion, options, 2);
        var boxRows = FusionProposals.Rows(proposals.Boxes, 4);
        double Loss() => reference.Forward(featureRows, scoreRows, confidences, proposals.Images, boxRows).SelectMany(row => row).Zip(weights, (value, weight) => value * weight).Sum();

        AssertGradient(features.grad!, featureRows, Loss);
        foreach (var (name, parameter) in fusion.named_parameters())
        {
            AssertGradient(parameter.grad!, [reference.Weights[name]], Loss);
        }

        if (mode == FusionMode.ClassAware)
        {
            AssertGradient(scores.grad!, scoreRows, Loss);
            AssertGradient(sure.grad!, [confidences], Loss);
        }
    }

    private static torch.Tensor Leaf(double[] values, params long[] shape) => torch.tensor(values, shape, Doubles).requires_grad_();

    private static void AssertGradient(torch.Tensor tensor, double[][] rows, Func<double> loss)
    {
        using var whole = tensor.contiguous();
        using var values = whole.data<double>();
        var gradient = values.ToArray();
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
                Assert.InRange(Math.Abs(gradient[index++] - expected), 0, 1e-6 * (1 + Math.Abs(expected)));
            }
        }

        Assert.Equal(gradient.Length, index);
    }
}
