namespace Lat.Transfer.Tests;

public sealed class RegionTargetsTests
{
    private static readonly Box Target = new(10, 10, 30, 50);

    [Fact]
    public void AProposalOnAnAnnotationIsToSayItsClassInItsSpaceAndToMoveOntoItsBox()
    {
        var targets = Match([Some.Proposal(new Box(10, 10, 30, 40)), Some.Proposal(new Box(40, 40, 60, 60))], new Annotation(Target, 2));
        Assert.Equal([1 + 2 + 2, 0], targets.HeadLabels);
        Assert.Equal([1, 1], targets.Weights);
        Assert.Equal([0, 10 * 5f / 30, 0, 5 * MathF.Log(40f / 30)], targets.Deltas[..4]);
        Assert.Equal(new float[4], targets.Deltas[4..]);
        Assert.Equal(0, targets.MissedAnnotations);
    }

    [Fact]
    public void BelowTheIouAProposalIsBackgroundAndTheAnnotationIsMissed()
    {
        var targets = Match([Some.Proposal(new Box(10, 10, 30, 29))], new Annotation(Target, 0));
        Assert.Equal((0L, 1f, 1), (targets.HeadLabels[0], targets.Weights[0], targets.MissedAnnotations));
        Assert.Equal(new float[4], targets.Deltas);
    }

    [Fact]
    public void TheBestOfSeveralAnnotationsIsTheTarget()
    {
        var targets = Match([Some.Proposal(new Box(10, 10, 30, 48))], new Annotation(new Box(10, 10, 30, 60), 0), new Annotation(Target, 1), new Annotation(Target, 2));
        Assert.Equal([1 + 2 + 1], targets.HeadLabels);
        Assert.Equal(2, targets.MissedAnnotations);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void AProposalOnACrowdOrAnIgnoredBoxCountsNeitherWayAndNeitherIsMissed(bool crowd, bool ignored)
    {
        var annotation = new Annotation(Target, 1) { IsCrowd = crowd, IsIgnored = ignored };
        var targets = Match([Some.Proposal(Target)], annotation);
        Assert.Equal((0L, 0f), (targets.HeadLabels[0], targets.Weights[0]));
        Assert.Equal(0, Match([Some.Proposal(new Box(40, 0, 60, 8))], annotation).MissedAnnotations);
    }

    [Fact]
    public void AnAnnotationThatWasRemovedFromTheProposalsIsStillTheTargetOfAPseudoLabel()
    {
        var pseudoLabelOfAnotherSpace = Some.Proposal(new Box(11, 11, 30, 50), dataset: 0, classIndex: 1, confidence: 0.4f);
        Assert.Equal([1 + 2 + 2], Match([pseudoLabelOfAnotherSpace], new Annotation(Target, 2)).HeadLabels);
    }

    [Fact]
    public void EveryImageIsSupervisedInItsOwnSpace()
    {
        var targets = RegionTargets.Match(
            [[Some.Proposal(Target)], [], [Some.Proposal(Target)]],
            [Some.Image("a", new Annotation(Target, 1)), Some.Image("b", new Annotation(Target, 0)), Some.Image("c", new Annotation(Target, 0))],
            [0, 0, 2],
            new LatModelOptions());
        Assert.Equal([2, 3], targets.HeadLabels);
        Assert.Equal(1, targets.MissedAnnotations);
    }

    private static RegionTargets Match(PrivilegedProposal[] proposals, params Annotation[] annotations) =>
        RegionTargets.Match([proposals], [Some.Image("a", annotations)], [2], new LatModelOptions());
}
