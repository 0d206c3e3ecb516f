namespace Lat.Reports.Tests;

public class JUnitReportTests
{
    [Fact]
    public void AMissIsAFailureAndNoJudgementAnError() => Assert.Equal(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <testsuites>
          <testsuite name="gates of quickstart" tests="3" failures="1" errors="1">
            <testcase classname="gates.quickstart" name="AP50, minimum">
              <system-out>46.0 reaches 45.0</system-out>
            </testcase>
            <testcase classname="gates.quickstart" name="AP50 of &lt;car&gt;, drop">
              <failure message="44.0 &lt; 45.0 &amp; so on" />
            </testcase>
            <testcase classname="gates.quickstart" name="nothing there">
              <error message="nothing there" />
            </testcase>
          </testsuite>
        </testsuites>

        """,
        JUnitReport.Render("quickstart",
        [
            new GateVerdict(GateOutcome.Passed, 46, 45, "46.0 reaches 45.0") { Name = "AP50, minimum" },
            new GateVerdict(GateOutcome.Missed, 44, 45, "44.0 < 45.0 & so on") { Name = "AP50 of <car>, drop" },
            new GateVerdict(GateOutcome.NotJudged, double.NaN, double.NaN, "nothing\u0001there"),
        ]));
}
