namespace Lat.Pipeline.Tests;

public sealed class RowSummariesTests
{
    [Theory]
    [InlineData("baseline", "the target's images and labels alone")]
    [InlineData("student-teacher", "the target's images and labels, and the sources' images without labels")]
    [InlineData("naive-merge", "the target's images and labels, and the sources' own labels of classes of the same name; mixed batches, the last 5 iterations the target's alone")]
    [InlineData("source-only-mapped", "the sources' images with their own labels, classes renamed by hand; none of the target's")]
    [InlineData("oracle", "the target's images and labels, and the sources' images with their true labels; mixed batches, the last 5 iterations the target's alone")]
    [InlineData("lat", "the target's images and labels, and the sources' images with the labels of lat; mixed batches, the last 5 iterations the target's alone; class loss weighted by confidence")]
    public void EveryRowSaysWhichDataItsDetectorSaw(string method, string expected)
    {
        var experiment = Some.Experiment($"methods=[{method}]", "downstream.fineTuneIterations=5", "studentTeacher.burnInIterations=1", "classMapping={fine: {vehicle.car: car}}");
        Assert.Equal(expected, RowSummaries.TrainsOn(Assert.Single(BenchmarkRow.Of(experiment))));
    }

    [Fact]
    public void AStrategyAndALossAreSaidTooAndWhoseLabelsTheyAre()
    {
        var experiment = Some.Experiment(
            "methods=[baseline, lat]", "rows=[{name: half, method: lat, strategy: half-and-half, downstream: {loss: {weightBoxesByConfidence: true, normalizer: weights}}}]");
        Assert.Equal(
            "the target's images and labels, and the sources' images with the labels of lat; half-and-half batches; class and box loss weighted by confidence, divided by the weights",
            RowSummaries.TrainsOn(BenchmarkRow.Of(experiment)[^1]));
    }
}
