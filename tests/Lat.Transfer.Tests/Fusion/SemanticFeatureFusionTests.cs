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
        var rest = from threshold in new[] { "1/sqrt(N)", "1/N", "0.2" }
                   from residual in new[] { true, false }
                   from norm in new[] { true, false }
                   from heads in new[] { 1, 2 }
                   from geometry in Enum.GetValues<FusionGeometry>()
                   where (heads, geometry) == (1, FusionGeometry.None) || (threshold == "0.2" && residual == norm)
                   select (threshold, residual, norm, heads, geometry);
        foreach (var (threshold, residual, norm, heads, geometry) in rest)
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
                Heads = heads,
                Geometry = geometry,
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
    public void ThreeProposalsOfWhichTwoOverlapAreSeenAsTheMaskSays()
    {
        var options = new FusionOptions { Mode = FusionMode.Plain, Geometry = FusionGeometry.OverlapMask, Residual = false, LayerNorm = false };
        using var scope = torch.NewDisposeScope();
        using var fusion = Fusion(options);
        var proposals = FusionProposals.Random(new Seed(11), 0, 0, 0) with { Boxes = [0, 0, 10, 10, 5, 5, 20, 20, 10, 0, 20, 5] };
        using var attention = fusion.Attend(
            torch.tensor(proposals.Features, [3, 4]), torch.ones(3), torch.zeros(3, torch.int64), torch.tensor(proposals.Boxes, [3, 4]))!.OfFeatures;
        var weights = attention.Values();
        Assert.All([0, 1, 3, 4], pair => Assert.InRange(weights[pair], 0.001, 0.999));
        Assert.Equal([0, 0, 0, 0, 1], new[] { weights[2], weights[5], weights[6], weights[7], weights[8] }); // sharing an edge is no overlap
    }

    [Theory]
    [InlineData(FusionMode.Plain)]
    [InlineData(FusionMode.ClassAware)]
    public void ARegionThatIsNotHeededIsSeenByItselfAlone(FusionMode mode)
    {
        using var scope = torch.NewDisposeScope();
        using var fusion = Fusion(new FusionOptions { Mode = mode });
        var proposals = FusionProposals.Random(new Seed(13), 0, 0, 0, 1, 1);
        var attention = fusion.Attend(
            torch.tensor(proposals.Features, [5, 4]), torch.tensor(proposals.Confidence), torch.tensor(proposals.Images),
            heeded: torch.tensor(new[] { true, false, true, false, false }))!.OfFeatures;
        var weights = attention.Values().Chunk(5).ToList();
        Assert.All([0, 2], other => Assert.Equal(0, weights[other][1]));                  // nobody else looks at the second
        Assert.All([0, 1, 2], seen => Assert.InRange(weights[1][seen], 1e-6, 1));         // which looks at itself and the heeded
        Assert.Equal([0, 0, 0], weights[3][..3]);                                         // an image where none is heeded:
        Assert.Equal((0, 0), (weights[3][4], weights[4][3]));                             // each sees itself alone
        Assert.All([3, 4], itself => Assert.InRange(weights[itself][itself], 1e-6, 1));
    }

    [Fact]
    public void WhereAllAreHeededNothingDiffers()
    {
        using var scope = torch.NewDisposeScope();
        using var fusion = Fusion(new FusionOptions());
        var proposals = FusionProposals.Random(new Seed(14), 0, 0, 1);
        var (features, scores, confidence, images) = (
            torch.tensor(proposals.Features, [3, 4]), torch.tensor(proposals.Scores, [3, 5]), torch.tensor(proposals.Confidence), torch.tensor(proposals.Images));
        Assert.Equal(
            fusion.forward(features, scores, confidence, images).Values(),
            fusion.forward(features, scores, confidence, images, heeded: torch.ones(3, torch.@bool)).Values());
    }

    [Fact]
    public void EveryHeadHasItsOwnAttention()
    {
        using var scope = torch.NewDisposeScope();
        using var fusion = Fusion(new FusionOptions { Heads = 2 });
        var proposals = FusionProposals.Random(new Seed(12), 0, 0, 0);
        var attention = fusion.Attend(torch.tensor(proposals.Features, [3, 4]), torch.tensor(proposals.Confidence), torch.zeros(3, torch.int64))!;
        Assert.Equal([2, 3, 3], attention.OfFeatures.shape);
        Assert.NotEqual(attention.OfClasses![0].Values(), attention.OfClasses[1].Values());
        Assert.Equal([3, 3], FusionAttention.MeanOfHeads(attention.OfFeatures).shape);
    }

    [Fact]
    public void AWidthThatCannotBeCutIntoTheHeadsIsRefused()
    {
        Assert.Equal("A width of 4 cannot be cut into 3 heads.", Assert.Throws<ArgumentException>(() => Fusion(new FusionOptions { Heads = 3 })).Message);
        var problem = Assert.Single(new LatModelOptions { HeadWidth = 10, Fusion = new FusionOptions { Heads = 4 } }.Check());
        Assert.Equal(("Fusion.Heads", "is 4; expected a divisor of 'headWidth' (10)"), (problem.Path, problem.Message));
    }

    [Theory]
    [InlineData(FusionGeometry.OverlapMask)]
    [InlineData(FusionGeometry.RelativeBias)]
    public void AVariantThatLooksAtTheBoxesRefusesToGoWithout(FusionGeometry geometry)
    {
        using var scope = torch.NewDisposeScope();
        using var fusion = Fusion(new FusionOptions { Geometry = geometry });
        Assert.Throws<ArgumentNullException>(() => fusion.forward(torch.ones(2, 4), torch.ones(2, 5), torch.ones(2), torch.zeros(2, torch.int64)));
    }

    [Fact]
    public void ABatchWithoutAProposalHasNoRows()
    {
        using var fusion = Fusion(new FusionOptions());
        Assert.Empty(new FusionProposals([], [], [], [], []).Through(fusion));
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
