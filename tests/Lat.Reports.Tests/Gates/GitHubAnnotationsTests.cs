namespace Lat.Reports.Tests;

public class GitHubAnnotationsTests
{
    [Fact]
    public void OnlyWhatDidNotPassIsAnnotatedWithItsMarksEscaped() => Assert.Equal(
        ["::error title=Gate missed::5%25 worse%0Athan: before", "::error title=Gate could not be judged::no result"],
        GitHubAnnotations.Lines(
        [
            new GateVerdict(GateOutcome.Passed, 46, 45, "fine"),
            new GateVerdict(GateOutcome.Missed, 44, 45, "5% worse\nthan: before"),
            new GateVerdict(GateOutcome.NotJudged, double.NaN, double.NaN, "no result"),
        ]));
}
