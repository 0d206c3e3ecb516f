namespace Lat.Evaluation.Tests;

public class ConversionCounterTests
{
    private static readonly LabelSpace Coarse = new("vehicle", "cyclist", "car");
    private static readonly LabelSpace Mid = new("car", "rider", "bicycle");
    private const int Car = 0;
    private const int Rider = 1;
    private const int Bicycle = 2;

    [Fact]
    public void ACyclistShouldBecomeRiderAndBicycle()
    {
        var conversion = Assert.Single(Audit(
            Some.Set(Coarse, Some.Object(0, 1, 6)),
            Some.Set(Mid, Some.Label(0, Bicycle, from: 0), Some.Label(3, Rider, from: 0)),
            Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(3, Rider, 7))));
        Assert.Equal("cyclist", conversion.Source?.Value);
        Assert.Equal(TransferOutcome.Split, conversion.Outcome);
        Assert.Equal(["rider", "bicycle"], conversion.Targets.Select(target => target.Value));
        Assert.Equal(new TransferTally(1, 1), conversion.FromSide(8));
        Assert.Equal(new TransferTally(0, 0), conversion.FromSide(16));
    }

    [Fact]
    public void ALabelThatIsNotSureEnoughNeitherHelpsNorHarms()
    {
        var source = Some.Set(Coarse, Some.Object(0, 0, 2));
        var truth = Some.Set(Mid, Some.Object(0, Car, 2));
        Assert.Equal(1, Right(Audit(source, Some.Set(Mid, Some.Label(0, Car, from: 0), Some.Label(3, Rider, 0.4, 0)), truth)));
        Assert.Equal(0, Right(Audit(source, Some.Set(Mid, Some.Label(0, Car, from: 0), Some.Label(3, Rider, 0.6, 0)), truth)));
        Assert.Equal(0, Right(Audit(source, Some.Set(Mid, Some.Label(0, Car, 0.4, 0)), truth)));
    }

    [Fact]
    public void TheSameClassIsCountedApartByWhatItBecomes()
    {
        var conversions = Audit(
            Some.Set(Mid, Some.Object(0, Bicycle, 6), Some.Object(3, Rider, 7), Some.Object(60, Bicycle, 8)),
            Some.Set(Coarse, Some.Label(0, 1, from: 0)),
            Some.Set(Coarse, Some.Object(0, 1, 6)));
        Assert.Equal(
            ["rider Merged cyclist 1/1", "bicycle Merged cyclist 1/1", "bicycle Dropped  1/1"],
            conversions.Select(Line));
    }

    [Fact]
    public void AnObjectThatTheSourceLacksIsAddedBySizeOfTheTrueBox()
    {
        var conversions = Audit(
            Some.Set(Coarse),
            Some.Set(Mid, Some.Label(0, Bicycle)),
            Some.Set(Mid, Some.Object(0, Bicycle, 2), Some.Object(60, Bicycle, 4, side: 40)));
        Assert.Equal("  bicycle 2/1", Line(Assert.Single(conversions)));
        Assert.Equal([(0, 0), (1, 1), (0, 0), (1, 0)], conversions[0].Sizes.Select(size => (size.Asked, size.Right)));
    }

    [Fact]
    public void CrowdsAndIgnoredObjectsAreAskedNothing()
    {
        var ignored = Some.Object(0, 0, 2) with { IsIgnored = true };
        Assert.Empty(Audit(Some.Set(Coarse, ignored), Some.Set(Mid), Some.Set(Mid)));
    }

    private static EquatableArray<ClassConversion> Audit(AnnotationSet source, AnnotationSet labels, AnnotationSet truth) =>
        TransferAuditor.Audit(source, labels, truth, id => id / 2).Conversions;

    private static int Right(EquatableArray<ClassConversion> conversions) => Assert.Single(conversions).FromSide(0).Right;

    private static string Line(ClassConversion conversion)
    {
        var tally = conversion.FromSide(0);
        return FormattableString.Invariant(
            $"{conversion.Source?.Value} {conversion.Outcome} {string.Join(' ', conversion.Targets.Select(target => target.Value))} {tally.Asked}/{tally.Right}");
    }
}
