namespace Lat.Reports.Tests;

public class SourceClassTableTests
{
    [Fact]
    public void CountsOfSeedsAddUp() => Assert.Equal(
        """
        source class  boxes  right  kept  relabelled  split  merged  dropped  labels wrong
        ------------  -----  -----  ----  ----------  -----  ------  -------  ------------
        cyclist           8      6     -         2/2    4/6       -        -             2
        sign              2      2     -           -      -       -      2/2             0

        """,
        TerminalTable.Render(SourceClassTable.Build([Some.Audit(), Some.Audit()])));
}
