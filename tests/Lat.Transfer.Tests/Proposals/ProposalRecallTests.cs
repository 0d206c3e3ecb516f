namespace Lat.Transfer.Tests;

public sealed class ProposalRecallTests : IDisposable
{
    private static readonly Box Alone = new(0, 0, 20, 20);
    private static readonly Box Seen = new(30, 30, 50, 50);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatRemovalCostsIsCountedAndWhatOtherSpacesWouldFind()
    {
        using var features = Some.RandomFeatures(_folder["features.bin"], ["a", "b"], new Seed(1));
        var annotations = new AnnotationSet(
            Some.Mid, [Some.Image("a", new Annotation(Alone, 0), new Annotation(Seen, 2)), Some.Image("b", new Annotation(Alone, 0) { IsCrowd = true })]);
        var others = new DetectionIndex(new DetectionSet(Some.Coarse, [Some.Found("a", Some.Sees(Seen, 1, 0.9, 2)), Some.Found("b")]));
        var set = new LatTrainingSet(1, annotations, features, [others, null]);
        var options = new LatModelOptions { Proposals = new PrivilegedProposalOptions { RemovalProbability = 1, OwnSpace = OwnSpaceProposals.GroundTruth } };
        var recall = ProposalRecall.Measure(set, Some.Spaces, options, ProposalThresholds.Of(Some.Spaces, options.Proposals), new Seed(1));
        Assert.Equal(new ProposalRecall(new DatasetName("mid"), 2, 1, 2, 1), recall);
        Assert.Equal(0.5, recall.Cost);
    }
}
