namespace Lat.Detection.Tests;

public class ProposalSamplerTests
{
    private static readonly AnchorOptions Anchors = new() { Sizes = [16], Ratios = [1] };

    // A map of 4x4 pixels of stride 16: anchors of side 16 around (0, 0) to (48, 48).
    private static readonly (int, int)[] Levels = [(4, 4)];

    [Fact]
    public void AnchorsInsideACrowdOrAnIgnoredObjectTeachNothing()
    {
        var all = Draw(new ProposalOptions());
        var excused = Draw(
            new ProposalOptions(),
            new Annotation(new Box(20, 20, 60, 60), 0) { IsCrowd = true },
            new Annotation(new Box(-8, 20, 8, 60), 0) { IsIgnored = true });
        long[] rows = [.. Enumerable.Range(0, 16).Select(row => (long)row)];
        Assert.Equal(rows, all.Rows.Order());

        // Half or more of each of these anchors lies inside one of the two.
        Assert.Equal(rows.Except([8, 10, 11, 12, 14, 15]), excused.Rows.Order());
        Assert.All(excused.IsObject, value => Assert.Equal(0, value));
    }

    [Fact]
    public void TheBestAnchorOfAnObjectIsAnObjectUnlessLowQualityMatchesAreOff()
    {
        var small = new Annotation(new Box(14, 14, 20, 20), 0);
        Assert.Equal([5L], Draw(new ProposalOptions(), small).PositiveRows);
        Assert.Empty(Draw(new ProposalOptions { AllowLowQualityMatches = false }, small).PositiveRows);
    }

    [Fact]
    public void OffsetsBearTheWeights()
    {
        var target = new Annotation(new Box(10, 8, 26, 24), 0);
        Assert.Equal([0.125f, 0, 0, 0], Draw(new ProposalOptions(), target).PositiveOffsets);
        Assert.Equal([0.25f, 0, 0, 0], Draw(new ProposalOptions { BoxWeights = [2, 3, 4, 5] }, target).PositiveOffsets);
    }

    private static ProposalSample Draw(ProposalOptions options, params Annotation[] annotations)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var layout = PyramidLayout.Of([TorchSharp.torch.zeros([1, 1, 4, 4])]);
        var targets = ImageTargets.From(new TrainingExample(new RgbImage(new ImageSize(64, 64)), [.. annotations]), 1);
        return new ProposalSampler(options).Draw(new AnchorGrid(Anchors, [16], Levels), layout, [targets], new Seed(1).ToStream());
    }
}
