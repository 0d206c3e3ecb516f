namespace Lat.Detection.Tests;

public class BoxMatcherTests
{
    private static readonly float[] Target = [0, 0, 10, 10];

    // IoU with the target: 1, 0.8, 0.5, 0.2, 0.
    private static readonly float[] Candidates = [0, 0, 10, 10, 0, 0, 10, 8, 0, 0, 10, 5, 0, 0, 10, 2, 50, 50, 60, 60];

    [Fact]
    public void HighOverlapIsObjectLowIsBackgroundAndBetweenIsNeither() =>
        Assert.Equal([0, 0, BoxMatches.Neither, BoxMatches.Background, BoxMatches.Background], Match(0.7, 0.3, Candidates, Target, []));

    [Fact]
    public void TheBestCandidateOfATargetIsAnObjectHoweverLow()
    {
        var low = Candidates[12..];
        Assert.Equal([0, BoxMatches.Background], new BoxMatcher(0.7, 0.3, true, 0.5).Match(low, Target, []).Targets);
        Assert.Equal([BoxMatches.Background, BoxMatches.Background], Match(0.7, 0.3, low, Target, []));
    }

    [Fact]
    public void WithoutTargetsAllIsBackground() =>
        Assert.All(new BoxMatcher(0.7, 0.3, true, 0.5).Match(Candidates, [], []).Targets, target => Assert.Equal(BoxMatches.Background, target));

    [Fact]
    public void BackgroundInsideAnIgnoredRegionIsNeither() =>
        Assert.Equal(
            [0, 0, BoxMatches.Neither, BoxMatches.Background, BoxMatches.Neither],
            Match(0.7, 0.3, Candidates, Target, [45, 45, 70, 70]));

    [Fact]
    public void AnObjectInsideAnIgnoredRegionStaysAnObject() =>
        Assert.Equal(0, Match(0.7, 0.3, Candidates, Target, [0, 0, 100, 100])[0]);

    [Fact]
    public void ACandidateStandsForItsBestTarget() =>
        Assert.Equal([1], Match(0.5, 0.5, [0, 0, 10, 10], [0, 0, 10, 6, 0, 0, 10, 9], []));

    private static int[] Match(double positive, double negative, float[] candidates, float[] targets, float[] ignored) =>
        new BoxMatcher(positive, negative, keepBestOfEachTarget: false, ignoreOverlap: 0.5).Match(candidates, targets, ignored).Targets;
}
