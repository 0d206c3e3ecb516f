namespace Lat.Detection.Tests;

public class BalancedSamplerTests
{
    private static readonly BoxMatches Matches =
        new([.. Enumerable.Range(0, 200).Select(index => index % 5 == 0 ? 0 : index % 5 == 1 ? BoxMatches.Neither : BoxMatches.Background)]);

    [Fact]
    public void ObjectsFillAtMostTheirShareAndBackgroundTheRest()
    {
        var (positives, negatives) = new BalancedSampler(32, 0.25).Draw(Matches, new Seed(1).ToStream());
        Assert.Equal(8, positives.Length);
        Assert.Equal(24, negatives.Length);
        Assert.All(positives, index => Assert.Equal(0, Matches.Targets[index]));
        Assert.All(negatives, index => Assert.Equal(BoxMatches.Background, Matches.Targets[index]));
        Assert.Equal(32, positives.Concat(negatives).Distinct().Count());
    }

    [Fact]
    public void FewObjectsAreAllDrawn()
    {
        var (positives, negatives) = new BalancedSampler(100, 0.5).Draw(Matches, new Seed(1).ToStream());
        Assert.Equal(40, positives.Length);
        Assert.Equal(60, negatives.Length);
    }

    [Fact]
    public void EqualSeedsDrawEqualAndOtherSeedsOther()
    {
        var sampler = new BalancedSampler(32, 0.25);
        var first = sampler.Draw(Matches, new Seed(1).ToStream());
        Assert.Equal(first.Negatives, sampler.Draw(Matches, new Seed(1).ToStream()).Negatives);
        Assert.NotEqual(first.Negatives, sampler.Draw(Matches, new Seed(2).ToStream()).Negatives);
    }
}
