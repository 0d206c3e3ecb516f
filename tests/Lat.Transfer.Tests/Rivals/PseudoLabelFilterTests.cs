namespace Lat.Transfer.Tests;

public sealed class PseudoLabelFilterTests
{
    private static readonly Box Here = new(0, 0, 10, 10);

    private static readonly AnnotationSet Source = new(Some.Coarse, [Some.Image("a", new Annotation(Here, 1))]);

    private static readonly DetectionSet Predictions = new(Some.Mid,
        [Some.Found("a", Some.Sees(new Box(0, 0, 10, 5), 2, 0.9, 3), Some.Sees(new Box(0, 0, 10, 4.9), 1, 0.8, 3), Some.Sees(new Box(40, 40, 50, 50), 0, 0.7, 3))]);

    [Fact]
    public void PredictionsThatLieOnNoAnnotationAreNoiseWhereTheFilterIsOn()
    {
        Assert.Equal([2, 1, 0], Classes(null));
        Assert.Equal([2], Classes(0.5)); // just the threshold is on it
    }

    [Fact]
    public void NoiseSuppressesNothing()
    {
        var near = new DetectionSet(Some.Mid, [Some.Found("a", Some.Sees(new Box(0, 0, 10, 19), 2, 0.9, 3), Some.Sees(new Box(0, 0, 10, 11), 2, 0.8, 3))]);
        var wide = near with { Images = [Some.Found("a", Some.Sees(new Box(0, 0, 10, 21), 2, 0.9, 3), Some.Sees(new Box(0, 0, 10, 11), 2, 0.8, 3))] };
        Assert.Equal([0.9], Labels(near, 0.5).Select(label => label.Confidence));
        Assert.Equal([0.8], Labels(wide, 0.5).Select(label => label.Confidence));
    }

    [Fact]
    public void ThresholdsMayBeByClass() => Assert.Equal(
        [1], PseudoLabelTransfer.Transfer(Source, Predictions, new TransferOptions().ForRivals(), [1, 0.8, 0.95]).Images[0].Annotations.Select(label => label.ClassIndex));

    private static IEnumerable<int> Classes(double? filter) => Labels(Predictions, filter).Select(label => label.ClassIndex);

    private static EquatableArray<Annotation> Labels(DetectionSet predictions, double? filter) =>
        PseudoLabelTransfer.Transfer(Source, predictions, new TransferOptions().ForRivals(), noiseFilterIou: filter).Images[0].Annotations;
}
