namespace Lat.Transfer.Tests;

public sealed class LabelSelectionTests
{
    private static readonly Box Here = new(0, 0, 10, 10);
    private static readonly Box Near = new(0, 0, 10, 9);
    private static readonly Box Half = new(0, 0, 10, 5);

    private static LabelCandidate Candidate(Box box, double score, int classIndex = 0, int? source = null) => new(box, classIndex, score, AnnotationOrigin.Transferred, source);

    [Fact]
    public void OfTwoBoxesOfOneClassThatOverlapTheBetterStays()
    {
        var label = Assert.Single(LabelSelection.Select([Candidate(Near, 0.6), Candidate(Here, 0.8, source: 3)], new TransferOptions()));
        Assert.Equal((Here, 0.8, 3, AnnotationOrigin.Transferred), (label.Box, label.Confidence, label.SourceIndex, label.Origin));
    }

    [Fact]
    public void TwoClassesOnOneBoxBothStay() =>
        Assert.Equal([1, 0], LabelSelection.Select([Candidate(Here, 0.5), Candidate(Here, 0.9, 1)], new TransferOptions()).Select(label => label.ClassIndex));

    [Fact]
    public void ABoxThatOverlapsByJustTheThresholdStays() =>
        Assert.Equal(2, LabelSelection.Select([Candidate(Here, 0.9), Candidate(Half, 0.8)], new TransferOptions { NmsThreshold = 0.5 }).Count);

    [Fact]
    public void EqualScoresKeepTheOrderTheyCameIn()
    {
        var labels = LabelSelection.Select([Candidate(Near, 0.7, source: 1), Candidate(Here, 0.7, source: 2)], new TransferOptions());
        Assert.Equal(1, Assert.Single(labels).SourceIndex);
    }

    [Fact]
    public void ASuppressedBoxSuppressesNone()
    {
        var chain = new[] { Candidate(new Box(0, 0, 10, 10), 0.9), Candidate(new Box(0, 3, 10, 13), 0.8), Candidate(new Box(0, 6, 10, 16), 0.7) };
        Assert.Equal([0.9, 0.7], LabelSelection.Select(chain, new TransferOptions()).Select(label => label.Confidence));
    }

    [Fact]
    public void TheThresholdIsTheLeastScoreThatStays() => Assert.Equal(
        [0.3], LabelSelection.Select([Candidate(Here, 0.3), Candidate(Here, 0.29, 1)], new TransferOptions { ScoreThreshold = 0.3 }).Select(label => label.Confidence));

    [Fact]
    public void TheBestStayWhereThereAreTooMany() => Assert.Equal(
        [0.9, 0.8],
        LabelSelection.Select([Candidate(Here, 0.7), Candidate(Here, 0.9, 1), Candidate(Here, 0.8, 2)], new TransferOptions { MaximumLabels = 2 }).Select(label => label.Confidence));

    [Fact]
    public void TheSourceOfABoxIsTheAnnotationThatItLiesOn()
    {
        var image = Some.Image("a", new Annotation(Half, 0), new Annotation(Near, 0), new Annotation(new Box(30, 30, 40, 40), 0));
        Assert.Equal(1, LabelSelection.SourceOf(Here, image));
        Assert.Null(LabelSelection.SourceOf(new Box(50, 50, 60, 60), image));
        Assert.Equal(0, LabelSelection.SourceOf(Here, Some.Image("a", new Annotation(Half, 0))));
    }
}
