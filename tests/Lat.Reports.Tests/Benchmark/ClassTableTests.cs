namespace Lat.Reports.Tests;

public class ClassTableTests
{
    [Fact]
    public void AnAbsentClassIsADash() => Assert.Equal(
        """
        class  objects  baseline  pseudo-label   lat  oracle
        -----  -------  --------  ------------  ----  ------
        car         12      41.0          45.5  50.5    70.5
        tram         0         -             -     -       -

        """,
        TerminalTable.Render(ClassTable.Build(Some.TwoSeeds(), Some.Mid)));
}
