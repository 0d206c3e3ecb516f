namespace Lat.Reports.Tests;

public class ConversionTableTests
{
    private static readonly ClassName Cyclist = new("cyclist");

    [Fact]
    public void SeedsAreAddedUpAndMethodsStandSideBySide()
    {
        var table = ConversionTable.Build([Measured("pseudo-label", 1, 10, 2), Measured("pseudo-label", 2, 30, 8), Measured("lat", 1, 10, 9)]);
        Assert.Equal(["source class", "should become", "objects", "pseudo-label right %", "lat right %"], table.Columns.Select(column => column.Head));
        Assert.Equal(["cyclist", "rider + bicycle", "40", "25.0", "90.0"], Assert.Single(table.Rows).Select(cell => cell.Text));
    }

    [Fact]
    public void AConversionWithoutLargeObjectsIsLeftOut()
    {
        var small = new ClassConversion(Cyclist, TransferOutcome.Dropped, [], [new SizedTally(0, 5, 5), new SizedTally(16, 0, 0)]);
        Assert.Empty(ConversionTable.Build([Measured("lat", 1, small)]).Rows);
    }

    [Fact]
    public void WhatIsDroppedAddedOrMergedIsSaidInWords()
    {
        var dropped = new ClassConversion(Cyclist, TransferOutcome.Dropped, [], [new SizedTally(16, 2, 1)]);
        var merged = new ClassConversion(Cyclist, TransferOutcome.Merged, [new ClassName("bicycle")], [new SizedTally(16, 2, 1)]);
        var added = new ClassConversion(null, null, [new ClassName("bicycle")], [new SizedTally(16, 2, 1)]);
        Assert.Equal(
            ["cyclist: nothing", "cyclist: bicycle (with others)", "(unlabelled): bicycle"],
            ConversionTable.Build([Measured("lat", 1, dropped, merged, added)]).Rows.Select(row => $"{row[0].Text}: {row[1].Text}"));
    }

    private static TransferMeasurement Measured(string method, ulong seed, int asked, int right) => Measured(method, seed, new ClassConversion(
        Cyclist,
        TransferOutcome.Split,
        [new ClassName("rider"), new ClassName("bicycle")],
        [new SizedTally(0, 7, 0), new SizedTally(16, asked - 1, right), new SizedTally(32, 1, 0)]));

    private static TransferMeasurement Measured(string method, ulong seed, params ClassConversion[] conversions) => new(
        method, new DatasetName("coarse"), new DatasetName("mid"), new Seed(seed), Some.Audit() with { Conversions = [.. conversions] });
}
