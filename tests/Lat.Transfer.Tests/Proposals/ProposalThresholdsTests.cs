namespace Lat.Transfer.Tests;

public sealed class ProposalThresholdsTests
{
    private static readonly Box Here = new(0, 0, 10, 10);

    private static readonly PrivilegedProposalOptions Options = new() { PseudoLabelThreshold = 0.2 };

    private static ClassThreshold Threshold(string dataset, string name, double score) =>
        new() { Dataset = new DatasetName(dataset), Class = new ClassName(name), Score = score };

    [Fact]
    public void AClassMayHaveItsOwnThreshold()
    {
        var thresholds = ProposalThresholds.Of(Some.Spaces, Options with { ClassThresholds = [Threshold("mid", "rider", 0.6)] });
        Assert.Equal([0.2, 0.2, 0.6], Enumerable.Range(0, 3).Select(index => thresholds[1, index]));
        Assert.Equal(0.2, thresholds[0, 1]);
    }

    [Fact]
    public void UnknownClassesAndDatasetsAreRefusedWithThoseThereAre()
    {
        var strange = Assert.Throws<LatException>(() => ProposalThresholds.Of(Some.Spaces, Options with { ClassThresholds = [Threshold("fine", "rider", 0.6)] }));
        Assert.Contains("name 'fine'; the datasets are coarse, mid", strange.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<LatException>(() => ProposalThresholds.Of(
            Some.Spaces, Options with { ClassThresholds = [Threshold("mid", "tram", 0.6), Threshold("mid", "car", 0.6), Threshold("mid", "car", 0.7)] }));
        Assert.Contains("name 'tram', which its label space lacks; they name 'car' twice. It has: car, bicycle, rider", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CountMatchedThresholdsLeaveAsManyBoxesAsAreAnnotated()
    {
        // mid has half a car an image and no bicycle; on the source's four images its detector sees five cars.
        var frequencies = ClassFrequencies.Of(new AnnotationSet(Some.Mid, [Some.Image("m", new Annotation(Here, 0), new Annotation(Here, 2)), Some.Image("n", new Annotation(Here, 2) { IsIgnored = true })]));
        Assert.Equal([0.5, 0, 0.5], frequencies.PerImage);
        var seen = new DetectionIndex(new DetectionSet(Some.Mid,
        [
            Some.Found("a", Sees(0.9), Sees(0.5), Sees(0.4)), Some.Found("b", Sees(0.8), Sees(0.3)), Some.Found("c", Some.Sees(Here, 1, 0.95, 3)), Some.Found("d"),
        ]));
        var thresholds = ProposalThresholds.Of(Some.Spaces, Options with { CountMatched = true }, [null, seen.Scores], [null, frequencies]);
        Assert.Equal(0.8, thresholds[1, 0]);
        Assert.Equal(double.PositiveInfinity, thresholds[1, 1]);
        Assert.Equal(0.2, thresholds[1, 2]); // fewer are seen than wanted: the common threshold stays
        Assert.Equal(0.2, thresholds[0, 0]);

        var proposals = new PrivilegedProposalGenerator(Some.Spaces, Options, thresholds).ForTransfer(Some.Image("a"), 0, [null, seen["a"]]);
        Assert.Equal([0.9f], proposals.Select(proposal => proposal.Confidence));
    }

    private static Core.Detection Sees(double score) => Some.Sees(Here, 0, score, 3);
}
