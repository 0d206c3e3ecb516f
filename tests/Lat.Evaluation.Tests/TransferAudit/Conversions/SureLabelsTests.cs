namespace Lat.Evaluation.Tests;

public class SureLabelsTests
{
    private static readonly LabelSpace Mid = new("car", "rider");

    [Fact]
    public void LabelsBelowTheThresholdFindNothingAndAreNotWrong()
    {
        var truth = Some.Set(Mid, Some.Object(0, 0, 2), Some.Object(50, 0, 4), Some.Object(100, 1, 6));
        var labels = Some.Set(Mid, Some.Label(0), Some.Label(50, confidence: 0.4), Some.Label(100, 0), Some.Label(150, 1, 0.4));
        var audit = TransferAuditor.Audit(truth, labels, truth);
        Assert.Equal(new SureLabels(0.5, Right: 1, Wrong: 1, Found: 1, TrueObjects: 3), audit.Sure);
        Assert.Equal(2.0 / 3, audit.Sure!.MissedShare, 12);
        Assert.Equal(0.5, audit.Sure.WrongShare);
    }

    [Fact]
    public void IgnoredObjectsAreNoneToFind()
    {
        var truth = Some.Set(Mid, Some.Object(0, 0, 2) with { IsIgnored = true });
        var audit = TransferAuditor.Audit(truth, Some.Set(Mid, Some.Label(0)), truth);
        Assert.Equal(new SureLabels(0.5, 0, 0, 0, 0), audit.Sure);
    }
}
