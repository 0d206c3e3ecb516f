namespace Lat.Reports.Tests;

public class GateTableTests
{
    [Fact]
    public void AMissedGateStandsOut() => Assert.Equal(
        """
        verdict      measured  limit  gate
        -----------  --------  -----  ---------
        passed           46.0   45.0  AP50 fine
        MISSED*          44.0   45.0  AP50 mid
        NOT JUDGED*         -      -  nothing

        """,
        TerminalTable.Render(GateTable.Build(
        [
            new GateVerdict(GateOutcome.Passed, 46, 45, "AP50 fine"),
            new GateVerdict(GateOutcome.Missed, 44, 45, "AP50 mid"),
            new GateVerdict(GateOutcome.NotJudged, double.NaN, double.NaN, "nothing"),
        ])));
}
