namespace Lat.Reports.Tests;

public class TableTests
{
    private static readonly ReportTable Table = new(
        [new ReportColumn("method", ColumnAlignment.Left), new ReportColumn("AP")],
        [
            [new ReportCell("baseline"), new ReportCell("1.0")],
            [new ReportCell("a|b\nc"), new ReportCell("22.0", true)],
        ]);

    [Fact]
    public void MarkdownIsAlignedInItsSourceToo() => Assert.Equal(
        """
        | method   |       AP |
        | -------- | -------: |
        | baseline |      1.0 |
        | a\|b c   | **22.0** |

        """,
        MarkdownTable.Render(Table));

    [Fact]
    public void OnATerminalBoldIsAStar() => Assert.Equal(
        """
        method       AP
        --------  -----
        baseline   1.0
        a|b c     22.0*

        """,
        TerminalTable.Render(Table));

    [Fact]
    public void ARowOfAnotherLengthIsOurBug() =>
        Assert.Throws<ArgumentException>(() => MarkdownTable.Render(Table with { Rows = [[new ReportCell("one")]] }));

    [Fact]
    public void ATableWithoutRowsHasItsHead() =>
        Assert.Equal("method   AP\n------  ---\n", TerminalTable.Render(Table with { Rows = [] }));
}
