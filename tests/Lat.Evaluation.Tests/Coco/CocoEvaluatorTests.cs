namespace Lat.Evaluation.Tests;

public class CocoEvaluatorTests
{
    private static readonly LabelSpace Space = new("car", "bus");

    [Fact]
    public void PerfectDetectionsReachOne()
    {
        var truth = Some.Set(Space, Some.Object(0), Some.Object(50, 1));
        var found = Some.Detections(Space, "a.png", new Detection(Some.Square(0), 0, 0.9), new Detection(Some.Square(50), 1, 0.8));
        var metrics = CocoEvaluator.Evaluate(truth, found).Metrics;
        Assert.Equal(1, metrics.Ap, 12);
        Assert.Equal(1, metrics.Ar1);
        Assert.Equal([1, 1], metrics.PerClass.Select(item => item.GroundTruthCount));
    }

    [Fact]
    public void AClassWithoutObjectsIsAbsentAndNeverAveraged()
    {
        var truth = Some.Set(Space, Some.Object(0));
        var found = Some.Detections(Space, "a.png", new Detection(Some.Square(0), 0, 0.9), new Detection(Some.Square(0), 1, 0.9));
        var metrics = CocoEvaluator.Evaluate(truth, found).Metrics;
        Assert.Equal(1, metrics.Ap50, 12);
        Assert.True(double.IsNaN(metrics.PerClass[1].Ap));
        Assert.Equal(1, metrics.PerClass[1].DetectionCount);
        Assert.True(double.IsNaN(metrics.ApLarge));
    }

    [Fact]
    public void CrowdsAreNeverFalsePositives()
    {
        var truth = Some.Set(Space, Some.Object(0), Some.Object(50, side: 60) with { IsCrowd = true });
        var inCrowd = Enumerable.Range(0, 5).Select(index => new Detection(Some.Square(50 + (5 * index)), 0, 0.95));
        var found = Some.Detections(Space, "a.png", [.. inCrowd, new Detection(Some.Square(0), 0, 0.5)]);
        Assert.Equal(1, CocoEvaluator.Evaluate(truth, found).Metrics.Ap50, 12);
    }

    [Fact]
    public void IgnoredObjectsCountOfficiallyAndAreLeftOutOnRequest()
    {
        var truth = Some.Set(Space, Some.Object(0), Some.Object(50) with { IsIgnored = true });
        var found = Some.Detections(Space, "a.png", new Detection(Some.Square(0), 0, 0.9));
        Assert.Equal(0.5, CocoEvaluator.Evaluate(truth, found).Metrics.Ar100);
        Assert.Equal(1, CocoEvaluator.Evaluate(truth, found, new CocoEvaluationOptions { HonorsIgnored = true }).Metrics.Ar100);
    }

    [Fact]
    public void TheAnnotationsOwnAreaDecidesItsSize()
    {
        var truth = Some.Set(Space, Some.Object(0, side: 40) with { Area = 500 });
        var found = Some.Detections(Space, "a.png", new Detection(Some.Square(0, 0, 40), 0, 0.9));
        var metrics = CocoEvaluator.Evaluate(truth, found).Metrics;
        Assert.Equal(1, metrics.ApSmall, 12);
        Assert.True(double.IsNaN(metrics.ApMedium));
    }

    [Fact]
    public void ClassesAreJoinedByName()
    {
        var truth = Some.Set(Space, Some.Object(0, 1));
        var found = Some.Detections(new LabelSpace("bus"), "a.png", new Detection(Some.Square(0), 0, 0.9));
        Assert.Equal(1, CocoEvaluator.Evaluate(truth, found).Metrics.Ap50, 12);
    }

    [Fact]
    public void EveryStrangerIsNamedAtOnce()
    {
        var truth = Some.Set(Space, Some.Object(0));
        var space = new LabelSpace("car", "tram");
        var found = new DetectionSet(space,
        [
            new ImageDetections("b.png", Some.Size, [new Detection(Some.Square(0), 0, 0.5)]),
            new ImageDetections("a.png", Some.Size, [new Detection(Some.Square(0), 1, double.NaN)]),
        ]);
        var fault = Assert.Throws<LatException>(() => CocoEvaluator.Evaluate(truth, found));
        Assert.Equal(
            "Cannot evaluate: detections lie on images that the ground truth lacks: 'b.png'; detections are of classes that the ground truth "
            + "lacks (it has: car, bus): 'tram'; detections without a finite score lie on images: 'a.png'. "
            + "Evaluate against the ground truth that the detector ran on.",
            fault.Message);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(1, 10, 5)]
    public void LimitsThatDoNotAscendAreRefused(int one, int ten, int hundred)
    {
        var options = new CocoEvaluationOptions { MaxDetections = [one, ten, hundred] };
        Assert.Throws<LatException>(() => CocoEvaluator.Evaluate(new CocoInput(Space, 0, [], []), options));
    }

    [Fact]
    public void OneIdForEachImageAndClassIsNeeded() => Assert.Throws<ArgumentException>(() => CocoEvaluator.Evaluate(
        Some.Set(Space, Some.Object(0)), Some.Detections(Space, "a.png"), ids: new CocoIds([1, 2], [1, 2])));

    [Fact]
    public void NothingAtAllMeasuresNothing()
    {
        var metrics = CocoEvaluator.Evaluate(new CocoInput(Space, 0, [], [])).Metrics;
        Assert.All(Enum.GetValues<EvaluationMetric>(), metric => Assert.True(double.IsNaN(metrics[metric])));
    }

    [Fact]
    public void BoxesOutsideTheImagesOrClassesAreOurBug()
    {
        Assert.Throws<ArgumentException>(() => new CocoInput(Space, 1, [new CocoObject(1, 0, 0, 0, 1, 1, 1)], []));
        Assert.Throws<ArgumentException>(() => new CocoInput(Space, 1, [], [new CocoPrediction(0, 2, 0, 0, 1, 1, 1)]));
    }
}
