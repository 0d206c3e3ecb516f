namespace Lat.Reports.Tests;

public sealed class BoxComparisonTests
{
    private static Annotation At(double x, int classIndex = 0, double confidence = 1) => new(new Box(x, 0, x + 10, 10), classIndex) { Confidence = confidence };

    private static BoxAgreement[] Compare(Annotation[] labels, params Annotation[] others) =>
        [.. BoxComparison.Compare(labels.ToEquatableArray(), others.ToEquatableArray(), 0.5).Select(box => box.Agreement)];

    [Fact]
    public void ABoxIsSharedOrOfAnotherClassOrAlone() => Assert.Equal(
        [BoxAgreement.Agrees, BoxAgreement.OtherClass, BoxAgreement.Unmatched],
        Compare([At(0), At(20), At(40)], At(1), At(20, classIndex: 1)));

    [Fact]
    public void TheSurestOfTwoTakesTheOneBoxThere() =>
        Assert.Equal([BoxAgreement.Unmatched, BoxAgreement.Agrees], Compare([At(0, confidence: 0.6), At(1, confidence: 0.9)], At(1)));

    [Fact]
    public void DoubtfulOthersDoNotCount() => Assert.Equal([BoxAgreement.Unmatched], Compare([At(0)], At(0, confidence: 0.4)));
}
