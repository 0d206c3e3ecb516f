namespace Lat.Evaluation.Tests;

public class CocoSummaryTextTests
{
    [Theory]
    [InlineData(0.0625, "0.062")]
    [InlineData(0.1875, "0.188")]
    [InlineData(0.9375, "0.938")]
    [InlineData(0.12345, "0.123")]
    [InlineData(double.NaN, "-1.000")]
    public void TiesRoundToEvenAsPythonDoes(double value, string printed)
    {
        var empty = CocoEvaluator.Evaluate(new CocoInput(new LabelSpace("car"), 0, [], []));
        var line = CocoSummaryText.Lines(empty with { Metrics = Some.Metrics(value) })[0];
        Assert.Equal($" Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = {printed}", line);
    }
}
