namespace Lat.Reports.Tests;

public sealed class TransferTableTests
{
    [Fact]
    public void AMethodThatHasEveryDirectionEndsWithTheirMean()
    {
        var table = TransferTable.Build(Some.TwoSeeds() with
        {
            Targets = [Some.Mid, Some.Fine],
            Transfers =
            [
                Labels("lat", "coarse", Some.Mid, 1, 0.9), Labels("lat", "coarse", Some.Mid, 2, 0.7), Labels("lat", "coarse", Some.Fine, 1, 0.4),
                Labels("pseudo-label", "coarse", Some.Mid, 1, 0.5),
            ],
        });
        Assert.Equal(
            ["coarse → mid pseudo-label 50.0", "coarse → mid lat 80.0", "coarse → fine lat 40.0", "mean of all lat 60.0"], // a direction counts once, of however many seeds
            table.Rows.Select(row => string.Join(' ', row.Take(3).Select(cell => cell.Text))));
    }

    [Fact]
    public void ASingleDirectionHasNoMean() => Assert.Single(
        TransferTable.Build(Some.TwoSeeds() with { Transfers = [Labels("lat", "coarse", Some.Mid, 1, 0.9)] }).Rows);

    private static TransferMeasurement Labels(string method, string source, DatasetName target, ulong seed, double ap50) =>
        new(method, new DatasetName(source), target, new Seed(seed), Some.Audit() with { Metrics = Some.Metrics(ap50) });
}
