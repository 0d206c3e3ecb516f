namespace Lat.Evaluation.Tests;

public class TransferAuditorTests
{
    private static readonly LabelSpace Coarse = new("vehicle", "cyclist", "car");
    private static readonly LabelSpace Mid = new("car", "rider", "bicycle");
    private const int Car = 0;
    private const int Rider = 1;
    private const int Bicycle = 2;

    [Fact]
    public void AClassOfTheSameNameIsKeptAndAnotherRelabelled()
    {
        var audit = Audit(
            Some.Set(Coarse, Some.Object(0, 0, 2), Some.Object(50, 2, 4)),
            Some.Set(Mid, Some.Label(0, Car, from: 0), Some.Label(50, Car, from: 1)),
            Some.Set(Mid, Some.Object(0, Car, 2), Some.Object(50, Car, 4)));
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[0].Relabelled);
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[2].Kept);
        Assert.Equal((2, 0, 2), (audit.LabelsRight, audit.LabelsWrong, audit.Found));
        Assert.Equal(1, audit.Metrics.Ap50, 9);
    }

    [Fact]
    public void ACyclistIsSplitRightWhenRiderAndBicycleAreBothFound()
    {
        var source = Some.Set(Coarse, Some.Object(0, 1, 6));
        var truth = Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(3, Rider, 7));
        var both = Audit(source, Some.Set(Mid, Some.Label(0, Bicycle, from: 0), Some.Label(3, Rider, from: 0)), truth);
        var half = Audit(source, Some.Set(Mid, Some.Label(0, Bicycle, from: 0)), truth);
        Assert.Equal(new TransferTally(1, 1), both.SourceClasses[1].Split);
        Assert.Equal(new TransferTally(1, 0), half.SourceClasses[1].Split);
        Assert.Equal(1, half.Found);
    }

    [Fact]
    public void RiderAndBicycleAreMergedIntoOneCyclist()
    {
        var audit = Audit(
            Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(3, Rider, 7)),
            Some.Set(Coarse, Some.Label(0, 1, from: 0)),
            Some.Set(Coarse, Some.Object(0, 1, 6)));
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[Bicycle].Merged);
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[Rider].Merged);
        Assert.Equal(new TransferTally(0, 0), audit.Added);
    }

    [Fact]
    public void InASpaceWithTheSameThingsApartNothingIsMergedOrSplit()
    {
        var set = Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(3, Rider, 7));
        var audit = Audit(set, Some.Set(Mid, Some.Label(0, Bicycle, from: 0), Some.Label(3, Rider, from: 1)), set);
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[Bicycle].Kept);
        Assert.Equal(new TransferTally(1, 1), audit.SourceClasses[Rider].Kept);
    }

    [Fact]
    public void ABoxThatTheTargetLacksIsDroppedRightWhenNothingComesOfIt()
    {
        var source = Some.Set(Coarse, Some.Object(0, 0, 2), Some.Object(50, 0, 4));
        var audit = Audit(source, Some.Set(Mid, Some.Label(50, Car, from: 1)), Some.Set(Mid));
        Assert.Equal(new TransferTally(2, 1), audit.SourceClasses[0].Dropped);
        Assert.Equal((0, 1), (audit.SourceClasses[0].LabelsRight, audit.SourceClasses[0].LabelsWrong));
        Assert.True(double.IsNaN(audit.Completeness));
    }

    [Fact]
    public void TrueObjectsWithoutASourceBoxAreAdded()
    {
        var audit = Audit(
            Some.Set(Coarse),
            Some.Set(Mid, Some.Label(0, Bicycle)),
            Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(50, Bicycle, 8)));
        Assert.Equal(new TransferTally(2, 1), audit.Added);
        Assert.Equal(new TransferTally(2, 1), audit.TargetClasses[Bicycle].Added);
        Assert.Equal(0.5, audit.Completeness);
    }

    [Fact]
    public void EveryWrongLabelIsWrongInOneWay()
    {
        var audit = Audit(
            Some.Set(Coarse, Some.Object(0, 0, 2)),
            Some.Set(
                Mid,
                Some.Label(0, Car, 0.9),
                Some.Label(1, Car, 0.8),
                Some.Label(0, Rider, 0.7),
                Some.Label(6, Car, 0.6),
                Some.Label(150, Car, 0.5)),
            Some.Set(Mid, Some.Object(0, Car, 2)));
        Assert.Equal(new LabelFaultCounts(Duplicate: 1, WrongClass: 1, BadBox: 1, Spurious: 1), audit.Faults);
        Assert.Equal(0.2, audit.Correctness, 12);
    }

    [Fact]
    public void TheSurestLabelIsMatchedFirst()
    {
        var audit = Audit(
            Some.Set(Coarse, Some.Object(0, 0, 2)),
            Some.Set(Mid, Some.Label(0, Car, 0.5), Some.Label(2, Car, 0.9)),
            Some.Set(Mid, Some.Object(0, Car, 2)));
        Assert.Equal((1, 1), (audit.LabelsRight, audit.Faults.Duplicate));
        Assert.Equal(new TransferTally(1, 0), audit.SourceClasses[0].Relabelled);
    }

    [Fact]
    public void LabelsOnIgnoredObjectsCountNeitherWay()
    {
        var audit = Audit(
            Some.Set(Coarse),
            Some.Set(Mid, Some.Label(0, Car)),
            Some.Set(Mid, Some.Object(0, Car, 2) with { IsIgnored = true }));
        Assert.Equal((1, 0, 0, 0), (audit.Labels, audit.LabelsRight, audit.LabelsWrong, audit.TrueObjects));
    }

    [Fact]
    public void SetsThatDoNotBelongTogetherAreRefusedWithAllReasons()
    {
        var fault = Assert.Throws<LatException>(() => TransferAuditor.Audit(
            Some.Set(Coarse, "b.png", Some.Object(0)), Some.Set(Coarse), Some.Set(Mid, Some.Object(0, Car, 2))));
        Assert.Contains("the source lacks the image 'a.png' of the truth", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the source has the image 'b.png' that the truth lacks", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the transferred labels are in the space (vehicle, cyclist, car)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the source has an object without identity on 'b.png'", fault.Message, StringComparison.Ordinal);
    }

    private static TransferAuditResult Audit(AnnotationSet source, AnnotationSet transferred, AnnotationSet truth) =>
        TransferAuditor.Audit(source, transferred, truth, id => id / 2);
}
