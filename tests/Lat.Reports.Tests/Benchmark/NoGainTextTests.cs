namespace Lat.Reports.Tests;

public class NoGainTextTests
{
    [Fact]
    public void AMethodWithoutAShownGainIsExplainedByItsLabels()
    {
        var line = Assert.Single(NoGainText.Lines(Audited(new SureLabels(0.5, 6, 2, 6, 10))));
        Assert.StartsWith("Why pseudo-label shows no gain over baseline on mid (≈ +4.5 ± ", line, StringComparison.Ordinal);
        Assert.EndsWith(
            "): of the true objects on the other datasets' images its labels miss 40.0 %, and of its labels 25.0 % are wrong. It trains on what is missed as background.",
            line,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAnAuditNothingIsSaid() => Assert.Empty(NoGainText.Lines(Some.Measured()));

    [Fact]
    public void AnAuditOfAnOlderFileExplainsNothing() => Assert.Empty(NoGainText.Lines(Audited(null)));

    private static ExperimentResults Audited(SureLabels? sure) => Some.Measured() with
    {
        Transfers =
        [
            .. from method in (string[])["pseudo-label", "lat"]
               select new TransferMeasurement(method, new DatasetName("coarse"), new DatasetName("mid"), new Seed(1), Some.Audit() with { Sure = sure }),
        ],
    };
}
