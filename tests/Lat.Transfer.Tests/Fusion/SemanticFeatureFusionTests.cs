using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class SemanticFeatureFusionTests
{
    private const int Datasets = 2;

    public static IEnumerable<object[]> Variants =>
        from mode in Enum.GetValues<FusionMode>()
        from limit in Enum.GetValues<RowLimit>()
        from branch in Enum.GetValues<FusionBranch>()
        from confidence in Enum.GetValues<ConfidenceMode>()
        select new object[] { mode, limit, branch, confidence };

    [Theory]
    [MemberData(nameof(Variants))]
    public void EveryVariantIsWhatTheEquationSays(FusionMode mode, RowLimit limit, FusionBranch branch, ConfidenceMode confidence)
    {
        var proposals = FusionProposals.Random(new Seed(4), 0, 0, 0);
        foreach (var (threshold, residual, norm) in
                 from threshold in new[] { "1/sqrt(N)", "1/N", "0.2" } from residual in new[] { true, false } from norm in new[] { true, false } select (threshold, residual, norm))
        {
            var options = new FusionOptions
            {
                Mode = mode,
                Limit = limit,
                LimitedBranch = branch,
                Confidence = confidence,
                Threshold = new AttentionThreshold(threshold),
                Residual = residual,
                LayerNorm = norm,
            };
            using var fusion = Fusion(options);
            AssertClose(proposals.Through(new FusionReference(fusion, options, Datasets)), proposals.Through(fusion), 2e-5);
        }
    }

    [Fact]
    public void ProposalsOfSeveralImagesAreFusedImageByImage()
    {
        using var fusion = Fusion(new FusionOptions());
        var proposals = FusionProposals.Random(new Seed(5), 0, 0, 1, 2, 2, 2);
        AssertClose(proposals.Through(new FusionReference(fusion, new FusionOptions(), Datasets)), proposals.Through(fusion), 2e-5);
    }

    [Theory]
    [InlineData(FusionMode.Plain, ConfidenceMode.LogAdd)]
    [InlineData(FusionMode.ClassAware, ConfidenceMode.LogAdd)]
    [InlineData(FusionMode.ClassAware, ConfidenceMode.PostMultiply)]
    [InlineData(FusionMode.ClassAware, ConfidenceMode.Literal)]
    public void AttentionNeverCrossesImages(FusionMode mode, ConfidenceMode confidence)
    {
        using var fusion = Fusion(new FusionOptions { Mode = mode, Confidence = confidence });
        var before = FusionProposals.Random(new Seed(6), 0, 0, 1, 1);
        var other = FusionProposals.Random(new Seed(7), 0, 0, 1, 1);
        var after = before with
        {
            Features = [.. before.Features.Take(8), .. other.Features.Skip(8).Select(value => value * 50)],
            Scores = [.. before.Scores.Take(10), .. other.Scores.Skip(10)],
            Confidence = [.. before.Confidence.Take(2), .. other.Confidence.Skip(2)],
        };
        Assert.Equal(before.Through(fusion).Take(8), after.Through(fusion).Take(8));
        Assert.NotEqual(before.Through(fusion).Skip(8), after.Through(fusion).Skip(8));
    }

    [Fact]
    public void WithoutFusionThereAreNoParametersAndTheFeaturesPass()
    {
        using var fusion = new SemanticFeatureFusion(FusionProposals.Width, FusionProposals.Classes, Datasets, new FusionOptions { Mode = FusionMode.None });
        var proposals = FusionProposals.Random(new Seed(8), 0, 0);
        Assert.Empty(fusion.named_parameters());
        Assert.Equal(proposals.Features, proposals.Through(fusion));
    }

    [Fact]
    public void ClassesPlayNoPartInPlainAttention()
    {
        using var fusion = Fusion(new FusionOptions { Mode = FusionMode.Plain });
        var proposals = FusionProposals.Random(new Seed(9), 0, 0, 0);
        var others = proposals with { Scores = FusionProposals.Random(new Seed(10), 0, 0, 0).Scores, Confidence = [1, 0.1f, 0.5f] };
        Assert.Equal(proposals.Through(fusion), others.Through(fusion));
    }

    [Fact]
    public void ABatchWithoutAProposalHasNoRows()
    {
        using var fusion = Fusion(new FusionOptions());
        Assert.Empty(new FusionProposals([], [], [], []).Through(fusion));
    }

    private static SemanticFeatureFusion Fusion(FusionOptions options)
    {
        var fusion = new SemanticFeatureFusion(FusionProposals.Width, FusionProposals.Classes, Datasets, options);
        Some.Randomize(fusion, new Seed(3), 0.8);
        return fusion;
    }

    private static void AssertClose(double[] expected, float[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, tolerance * (1 + Math.Abs(pair.First))));
    }
}
