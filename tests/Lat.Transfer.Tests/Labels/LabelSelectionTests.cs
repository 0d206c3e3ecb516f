namespace Lat.Transfer.Tests;

public sealed class LabelSelectionTests
{
    private static readonly Box Here = new(0, 0, 10, 10);
    private static readonly Box Near = new(0, 0, 10, 9);
    private static readonly Box Half = new(0, 0, 10, 5);

    private static readonly TransferOptions Plain = new() { UnsupportedWeight = 1, ContestedWeight = 1 };

    private static LabelCandidate Candidate(Box box, double score, int classIndex = 0, int? source = null) => new(box, classIndex, score, AnnotationOrigin.Transferred, source);

    private static EquatableArray<Annotation> Labels(LabelCandidate[] candidates, TransferOptions options) => LabelSelection.Select(candidates, options).Labels;

    [Fact]
    public void OfTwoBoxesOfOneClassThatOverlapTheBetterStays()
    {
        var label = Assert.Single(Labels([Candidate(Near, 0.6), Candidate(Here, 0.8, source: 3)], Plain));
        Assert.Equal((Here, 0.8, 3, AnnotationOrigin.Transferred), (label.Box, label.Confidence, label.SourceIndex, label.Origin));
    }

    [Fact]
    public void TwoClassesOnOneBoxBothStay() =>
        Assert.Equal([1, 0], Labels([Candidate(Here, 0.5), Candidate(Here, 0.9, 1)], Plain).Select(label => label.ClassIndex));

    [Fact]
    public void ABoxThatOverlapsByJustTheThresholdStays() =>
        Assert.Equal(2, Labels([Candidate(Here, 0.9), Candidate(Half, 0.8)], Plain with { NmsThreshold = 0.5 }).Count);

    [Fact]
    public void EqualScoresKeepTheOrderTheyCameIn()
    {
        var labels = Labels([Candidate(Near, 0.7, source: 1), Candidate(Here, 0.7, source: 2)], Plain);
        Assert.Equal(1, Assert.Single(labels).SourceIndex);
    }

    [Fact]
    public void ASuppressedBoxSuppressesNone()
    {
        var chain = new[] { Candidate(new Box(0, 0, 10, 10), 0.9), Candidate(new Box(0, 3, 10, 13), 0.8), Candidate(new Box(0, 6, 10, 16), 0.7) };
        Assert.Equal([0.9, 0.7], Labels(chain, Plain).Select(label => label.Confidence));
    }

    [Fact]
    public void TheThresholdIsTheLeastScoreThatStays() => Assert.Equal(
        [0.3], Labels([Candidate(Here, 0.3), Candidate(Here, 0.29, 1)], Plain with { ScoreThreshold = 0.3 }).Select(label => label.Confidence));

    [Fact]
    public void TheBestStayWhereThereAreTooMany() => Assert.Equal(
        [0.9, 0.8],
        Labels([Candidate(Here, 0.7), Candidate(Here, 0.9, 1), Candidate(Here, 0.8, 2)], Plain with { MaximumLabels = 2 }).Select(label => label.Confidence));

    [Fact]
    public void TheSourceOfABoxIsTheAnnotationThatItLiesOn()
    {
        var image = Some.Image("a", new Annotation(Half, 0), new Annotation(Near, 0), new Annotation(new Box(30, 30, 40, 40), 0));
        Assert.Equal(1, LabelSelection.SourceOf(Here, image));
        Assert.Null(LabelSelection.SourceOf(new Box(50, 50, 60, 60), image));
        Assert.Equal(0, LabelSelection.SourceOf(Here, Some.Image("a", new Annotation(Half, 0))));
    }

    [Fact]
    public void BoxesOfTwoSourcesMayLieCloserWhereAsked()
    {
        LabelCandidate[] crowd = [Candidate(Here, 0.9, source: 1), Candidate(Near, 0.8, source: 2), Candidate(Near, 0.7, source: 1), Candidate(Here, 0.6)];
        Assert.Equal([1], Labels(crowd, Plain).Select(label => label.SourceIndex!.Value));
        Assert.Equal([1, 2], Labels(crowd, Plain with { AcrossSourcesNmsThreshold = 0.95 }).Select(label => label.SourceIndex!.Value));
        Assert.Equal([1], Labels(crowd, Plain with { AcrossSourcesNmsThreshold = 0.85 }).Select(label => label.SourceIndex!.Value));
    }

    [Fact]
    public void AClassMayHaveAThresholdOfItsOwn() => Assert.Equal(
        [(1, 0.35), (0, 0.3)],
        LabelSelection.Select([Candidate(Here, 0.3), Candidate(Here, 0.35, 1), Candidate(Half, 0.3, 1)], Plain with { ScoreThreshold = 0.9 }, [0.3, 0.35])
            .Labels.Select(label => (label.ClassIndex, label.Confidence)));

    [Fact]
    public void WhatBecameNoLabelIsKeptWithTheReason()
    {
        var choice = LabelSelection.Select(
            [Candidate(Here, 0.9), Candidate(Near, 0.8, source: 4), Candidate(Here, 0.7, 1), Candidate(Here, 0.6, 2), Candidate(Here, 0.01, 2)],
            Plain with { MaximumLabels = 2 });
        Assert.Equal([(0.8, (int?)0), (0.6, null)], choice.Lost.Select(lost => (lost.Candidate.Score, lost.SuppressedBy)));
        Assert.Equal([0.9, 0.7], choice.Kept.Select(label => label.Score));
    }

    [Fact]
    public void VotingMakesABoxTheMeanByScoreOfThoseOfItsClassThatLieOnIt()
    {
        LabelCandidate[] voters =
        [
            Candidate(new Box(0, 0, 10, 10), 0.6), Candidate(new Box(0, 0, 10, 14), 0.3), Candidate(new Box(0, 0, 10, 100), 0.9, 1), Candidate(new Box(40, 0, 50, 10), 0.5),
        ];
        var labels = Labels(voters, Plain with { BoxVotingIou = 0.5 });
        Assert.Equal([new Box(0, 0, 10, 100), new Box(40, 0, 50, 10)], labels.Where((_, index) => index != 1).Select(label => label.Box));
        Assert.Equal(((0.6 * 10) + (0.3 * 14)) / 0.9, labels[1].Box.Y2, 9);
        Assert.Equal(new Box(0, 0, 10, 10), Labels(voters, Plain)[1].Box);
        Assert.Equal(new Box(0, 0, 10, 10), Labels(voters, Plain with { BoxVotingIou = 0.8 })[1].Box);
    }

    [Fact]
    public void VotingMendsBoxesWhereTheVotersErrByThemselves()
    {
        var random = new Seed(8).ToStream();
        var (truth, plain, voted) = (new Box(20, 20, 60, 80), 0.0, 0.0);
        for (var trial = 0; trial < 200; trial++)
        {
            double Near(double at) => at + (4 * random.NextGaussian());
            var voters = Enumerable.Range(0, 6).Select(_ => Candidate(new Box(Near(20), Near(20), Near(60), Near(80)), random.NextDouble(0.5, 0.9))).ToArray();
            plain += Labels(voters, Plain)[0].Box.Iou(truth) / 200;
            voted += Labels(voters, Plain with { BoxVotingIou = 0.5 })[0].Box.Iou(truth) / 200;
        }

        Assert.InRange(plain, 0.7, 0.85);
        Assert.InRange(voted, plain + 0.06, 1);
    }

    [Fact]
    public void ALabelOnNoAnnotationOfTheSourceCountsLess()
    {
        var options = Plain with { UnsupportedWeight = 0.75, ScoreThreshold = 0.5 };
        LabelCandidate[] both = [Candidate(Here, 0.8), Candidate(Here, 0.7, 1, source: 0), Candidate(Half, 0.6, 2)];
        Assert.Equal([(1, 0.7), (0, 0.6)], Labels(both, options).Select(label => (label.ClassIndex, Math.Round(label.Confidence, 9))));
    }

    [Fact]
    public void OfTwoClassesInOnePlaceTheLesserCountsLess()
    {
        var options = Plain with { ContestedWeight = 0.7 };
        LabelCandidate[] both = [Candidate(Near, 0.8, 1), Candidate(Here, 0.9), Candidate(Half, 0.6, 2)];
        Assert.Equal([(0, 0.9), (2, 0.6), (1, 0.56)], Labels(both, options).Select(label => (label.ClassIndex, Math.Round(label.Confidence, 9))));
        Assert.Equal([0, 2], Labels(both, options with { ScoreThreshold = 0.57 }).Select(label => label.ClassIndex));
        Assert.Equal([0.9, 0.8, 0.6], Labels(both, options with { ContestedIou = 0.95 }).Select(label => label.Confidence));
    }

    [Fact]
    public void ALabelIsContestedOnceAndByTheKeptAlone()
    {
        var options = Plain with { ContestedWeight = 0.5 };
        LabelCandidate[] crowd = [Candidate(Here, 0.9), Candidate(Here, 0.8, 1), Candidate(Here, 0.6, 2), Candidate(Near, 0.5, 1)];
        Assert.Equal(
            [(0, 0.9), (1, 0.4), (2, 0.3)], Labels(crowd, options).Select(label => (label.ClassIndex, Math.Round(label.Confidence, 9))));
    }

    [Fact]
    public void RivalsAreNotWeighed()
    {
        var rivals = new TransferOptions { NmsThreshold = 0.4 }.ForRivals();
        Assert.Equal((1.0, 1.0, 0.4), (rivals.UnsupportedWeight, rivals.ContestedWeight, rivals.NmsThreshold));
    }
}
