namespace Lat.Evaluation.Tests;

public class GateOptionsTests
{
    private static readonly GateOptions Gate = new() { Target = new DatasetName("mid"), Method = "lat" };

    [Theory]
    [InlineData(0.45)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(double.NaN)]
    public void AMinimumIsPoints(double minimum) => Assert.Equal("Minimum", Assert.Single((Gate with { Minimum = minimum }).Check()).Path);

    [Fact]
    public void AShareWherePointsAreMeantIsTold() => Assert.Equal(
        "is 0.45, less than one point or a share; expected points of 0 to 100, as the tables print them: 45 for 0.45",
        Assert.Single((Gate with { Minimum = 0.45 }).Check()).Message);

    [Fact]
    public void SmallErrorsAndDropsAreFine()
    {
        Assert.Empty((Gate with { Metric = new MetricName("tide/missed"), Maximum = 0.5 }).Check());
        Assert.Empty((Gate with { MaximumDrop = 0.5 }).Check());
        Assert.Empty((Gate with { Minimum = 0 }).Check());
    }

    [Fact]
    public void AGateWithoutALimitIsTold() => Assert.Contains("has no limit", Assert.Single(Gate.Check()).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryFaultIsNamedAtOnce()
    {
        var gate = Gate with { Minimum = 200, Maximum = -1, MaximumDrop = double.NaN, AtLeast = [new GateComparison { Method = "x", Margin = 500 }] };
        Assert.Equal(["Minimum", "Maximum", "MaximumDrop", "AtLeast"], gate.Check().Select(problem => problem.Path));
    }
}
