namespace Lat.Transfer.Tests;

public sealed class PrivilegedProposalGeneratorTests
{
    private static readonly PrivilegedProposalOptions Plain = new() { JitterProbability = 0, RemovalProbability = 0, OwnSpace = OwnSpaceProposals.GroundTruth };

    private static readonly AnnotatedImage Street = Some.Image("a", [.. Enumerable.Range(0, 20).Select(index =>
        new Annotation(new Box(index, index, index + 20, index + 30), index % 2))]);

    private static readonly ImageDetections?[] Seen =
    [
        Some.Found("a", Some.Sees(new Box(1, 1, 21, 31), 1, 0.9, 2), Some.Sees(new Box(2, 2, 22, 32), 0, 0.1, 2)),
        Some.Found("a", Some.Sees(new Box(3, 3, 23, 33), 2, 0.6, 3), Some.Sees(new Box(4, 4, 24, 34), 0, 0.3, 3)),
    ];

    [Fact]
    public void OwnAnnotationsAreSureAndOneHotAndPseudoLabelsBringTheirScores()
    {
        var image = Some.Image("a", new Annotation(new Box(0, 0, 10, 10), 1));
        var proposals = Proposals(Plain, image, seed: 1);
        Assert.Equal(3, proposals.Count);
        Assert.Equal(new PrivilegedProposal(new Box(0, 0, 10, 10), 0, [0, 1], 1) { SourceIndex = 0, IsHeeded = false }, proposals[0]);
        Assert.Equal(new PrivilegedProposal(new Box(3, 3, 23, 33), 1, Seen[1]!.Detections[0].ClassScores, 0.6f), proposals[1]);
        Assert.Equal(new PrivilegedProposal(new Box(4, 4, 24, 34), 1, Seen[1]!.Detections[1].ClassScores, 0.3f), proposals[2]);
    }

    [Fact]
    public void CrowdsIgnoredAndVanishingBoxesAreNoProposals()
    {
        var box = new Box(0, 0, 10, 10);
        var image = Some.Image(
            "a", new Annotation(box, 0) { IsCrowd = true }, new Annotation(box, 0) { IsIgnored = true }, new Annotation(new Box(0, 0, 0.5, 9), 0), new Annotation(box, 1));
        Assert.Equal(3, Assert.Single(Proposals(Plain, image, seed: 1), proposal => proposal.Dataset == 0).SourceIndex);
        Assert.Equal(3, Assert.Single(Generator(Plain).ForTransfer(image, 0, Seen), proposal => proposal.Dataset == 0).SourceIndex);
    }

    [Theory]
    [InlineData(OwnSpaceProposals.GroundTruth, 20, 0)]
    [InlineData(OwnSpaceProposals.PseudoLabels, 0, 1)]
    [InlineData(OwnSpaceProposals.GroundTruthAndPseudoLabels, 20, 1)]
    [InlineData(OwnSpaceProposals.OutOfFoldPseudoLabels, 0, 1)]
    [InlineData(OwnSpaceProposals.GroundTruthAndOutOfFoldPseudoLabels, 20, 1)]
    public void TheOwnSpaceIsShownAsAsked(OwnSpaceProposals ownSpace, int truths, int predictions)
    {
        var own = Proposals(Plain with { OwnSpace = ownSpace }, Street, seed: 1).Where(proposal => proposal.Dataset == 0).ToList();
        Assert.Equal((truths, predictions), (own.Count(proposal => proposal.SourceIndex is not null), own.Count(proposal => proposal.SourceIndex is null)));
    }

    [Fact]
    public void ForTransferTheOwnSpaceIsTheTruthAsItIsWhateverTrainingSaw()
    {
        var options = new PrivilegedProposalOptions { JitterProbability = 1, RemovalProbability = 1, ClassDropOut = 1, HardenProbability = 1, OwnSpace = OwnSpaceProposals.PseudoLabels };
        var proposals = Generator(options).ForTransfer(Street, 0, Seen);
        Assert.Equal(Street.Annotations.Select(annotation => annotation.Box), proposals.Where(proposal => proposal.Dataset == 0).Select(proposal => proposal.Box));
        Assert.Equal(2, proposals.Count(proposal => proposal.Dataset == 1));
    }

    [Theory]
    [InlineData(true, 22)]
    [InlineData(false, 2)]
    public void InTrainingTheTruthIsHeededWhereAskedAndAtTransferAlways(bool heedGroundTruth, int heeded)
    {
        var options = Plain with { HeedGroundTruth = heedGroundTruth };
        Assert.Equal(heeded, Proposals(options, Street, seed: 1).Count(proposal => proposal.IsHeeded));
        Assert.All(Generator(options).ForTransfer(Street, 0, Seen), proposal => Assert.True(proposal.IsHeeded));
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 0)]
    public void BoxesAreRemovedByTheirProbability(double probability, int left) =>
        Assert.Equal(left, Proposals(Plain with { RemovalProbability = probability }, Street, seed: 1).Count(proposal => proposal.Dataset == 0));

    [Fact]
    public void AJitteredBoxStaysNearAndInsideTheImage()
    {
        var proposals = Proposals(Plain with { JitterProbability = 1, JitterSigma = 0.06 }, Street, seed: 2).Where(proposal => proposal.Dataset == 0).ToList();
        Assert.All(proposals, proposal =>
        {
            var before = Street.Annotations[proposal.SourceIndex!.Value].Box;
            Assert.NotEqual(before, proposal.Box);
            Assert.InRange(before.Iou(proposal.Box), 0.5, 1);
            Assert.Equal(proposal.Box, proposal.Box.ClipTo(Some.Size));
        });
    }

    [Fact]
    public void ALimitHoldsEverySideNear() => Assert.All(
        Proposals(Plain with { JitterProbability = 1, JitterSigma = 1, JitterLimit = 0.1 }, Street, seed: 2).Where(proposal => proposal.Dataset == 0), proposal =>
        {
            var before = Street.Annotations[proposal.SourceIndex!.Value].Box;
            Assert.InRange(Math.Abs(proposal.Box.X2 - before.X2), 0, 0.1001 * before.Width);
            Assert.InRange(Math.Abs(proposal.Box.Y2 - before.Y2), 0, 0.1001 * before.Height);
        });

    [Fact]
    public void BackgroundBoxesAreOfNoClassInsideTheImageAndShiftNoOtherDraw()
    {
        var with = Proposals(Plain with { BackgroundBoxes = 30 }, Street, seed: 4);
        Assert.Equal(Proposals(Plain, Street, seed: 4), with.SkipLast(30));
        Assert.All(with.TakeLast(30), proposal =>
        {
            Assert.All(proposal.ClassScores, score => Assert.Equal(0, score));
            Assert.Equal((0, 0.05f, null), (proposal.Dataset, proposal.Confidence, proposal.SourceIndex));
            Assert.Equal(proposal.Box, proposal.Box.ClipTo(Some.Size));
            Assert.InRange(proposal.Box.Width, 8, 32);
        });
        Assert.Equal(2, Generator(Plain with { BackgroundBoxes = 30 }).ForTransfer(Some.Image("a"), 0, Seen).Count);
    }

    [Fact]
    public void AWildJitterStillLeavesABoxOfAPixel() => Assert.All(
        Enumerable.Range(0, 50).SelectMany(seed => Proposals(Plain with { JitterProbability = 1, JitterSigma = 1 }, Street, (ulong)seed)),
        proposal => Assert.True(proposal.Box.Width > 0.999999 && proposal.Box.Height > 0.999999 && proposal.Box == proposal.Box.ClipTo(Some.Size)));

    [Fact]
    public void AHiddenClassIsSpreadEvenlyOverItsSpaceAlone() => Assert.All(
        Proposals(Plain with { ClassDropOut = 1 }, Street, seed: 1).Where(proposal => proposal.Dataset == 0),
        proposal => Assert.Equal([0.5f, 0.5f], proposal.ClassScores));

    [Fact]
    public void HardenedPredictionsOfOtherSpacesLookLikeTheTruthAndTheOwnStay()
    {
        var options = Plain with { HardenProbability = 1, OwnSpace = OwnSpaceProposals.GroundTruthAndPseudoLabels };
        var proposals = Proposals(options, Some.Image("a"), seed: 1);
        Assert.Equal([(0, 0.9f), (1, 1f), (1, 1f)], proposals.Select(proposal => (proposal.Dataset, proposal.Confidence)));
        Assert.Equal([0f, 0, 1], proposals[1].ClassScores);
        Assert.Equal([1f, 0, 0], proposals[2].ClassScores);
    }

    [Theory]
    [InlineData(0.3, 2)]
    [InlineData(0.31, 1)]
    [InlineData(1, 0)]
    public void PredictionsBelowTheThresholdAreNoProposals(double threshold, int left) =>
        Assert.Equal(left, Proposals(Plain with { PseudoLabelThreshold = threshold }, Some.Image("a"), seed: 1).Count);

    [Fact]
    public void TheMostConfidentStayWhereThereAreTooMany()
    {
        var image = Some.Image("a", new Annotation(new Box(0, 0, 10, 10), 0), new Annotation(new Box(5, 5, 15, 15), 1));
        Assert.Equal([1f, 1f, 0.6f], Proposals(Plain with { MaximumProposals = 3 }, image, seed: 1).Select(proposal => proposal.Confidence));
        Assert.Equal([0, 1], Proposals(Plain with { MaximumProposals = 2 }, image, seed: 1).Select(proposal => proposal.SourceIndex!.Value));
    }

    [Fact]
    public void TheSameDrawsGiveTheSameProposalsAndOthersGiveOthers()
    {
        var options = new PrivilegedProposalOptions();
        Assert.Equal(Proposals(options, Street, seed: 3), Proposals(options, Street, seed: 3));
        Assert.NotEqual(Proposals(options, Street, seed: 3), Proposals(options, Street, seed: 4));
    }

    [Fact]
    public void OneOptionsValueDoesNotShiftAnothersDraws()
    {
        var options = Plain with { JitterProbability = 0.5, HardenProbability = 0.5 };
        for (ulong seed = 0; seed < 20; seed++)
        {
            var all = Proposals(options, Street, seed);
            var thinned = Proposals(options with { RemovalProbability = 0.5, ClassDropOut = 0.5 }, Street, seed);
            Assert.Equal(
                thinned.Where(proposal => proposal.Dataset == 0).Select(proposal => proposal.Box),
                all.Where(proposal => proposal.Dataset == 0 && thinned.Any(left => left.SourceIndex == proposal.SourceIndex)).Select(proposal => proposal.Box));
            Assert.Equal(Others(all), Others(thinned));
            Assert.Equal(Others(all), Others(Proposals(options with { OwnSpace = OwnSpaceProposals.PseudoLabels }, Street, seed)));
        }

        static IEnumerable<PrivilegedProposal> Others(IReadOnlyList<PrivilegedProposal> proposals) => proposals.Where(proposal => proposal.Dataset == 1);
    }

    [Fact]
    public void ADatasetWithoutPredictionsBringsNone() => Assert.Empty(Generator(Plain).ForTraining(Some.Image("a"), 0, [null, null], new Seed(1).ToStream()));

    private static IReadOnlyList<PrivilegedProposal> Proposals(PrivilegedProposalOptions options, AnnotatedImage image, ulong seed) =>
        Generator(options).ForTraining(image, 0, Seen, new Seed(seed).ToStream());

    private static PrivilegedProposalGenerator Generator(PrivilegedProposalOptions options) => new(Some.Spaces, options);
}
