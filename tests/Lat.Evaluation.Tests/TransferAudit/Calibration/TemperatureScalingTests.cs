namespace Lat.Evaluation.Tests;

public class TemperatureScalingTests
{
    private static readonly LabelSpace Space = new("car", "bus");
    private static readonly ImageSize Size = new(100, 100);
    private static readonly Box Here = new(0, 0, 10, 10);
    private static readonly Box There = new(50, 50, 60, 60);

    /// <summary>A detector says 0.9 of ten things, of which only `right` are there.</summary>
    private static (DetectionSet Found, AnnotationSet Truth) World(int right, double score = 0.9)
    {
        var images = Enumerable.Range(0, 10).Select(index => FormattableString.Invariant($"{index}.png")).ToList();
        var found = images.Select(name => new ImageDetections(name, Size, [new Detection(Here, 0, score) { ClassScores = [(float)score, (float)((1 - score) / 2)] }]));
        var truth = images.Select((name, index) => new AnnotatedImage(name, Size, [new Annotation(index < right ? Here : There, 0)]));
        return (new DetectionSet(Space, found.ToEquatableArray()), new AnnotationSet(Space, truth));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void ADetectorThatIsTooSureIsCooledDownToHowOftenItIsRight(int right)
    {
        var (found, truth) = World(right);
        var temperature = TemperatureScaling.Fit(found, truth);
        Assert.True(temperature > 1, $"{temperature}");
        var (before, after) = (JudgedDetections.Calibration(found, truth), JudgedDetections.Calibration(TemperatureScaling.Apply(found, temperature), truth));
        Assert.Equal(0.9 - (right / 10.0), before.ExpectedCalibrationError, 6);
        Assert.True(after.ExpectedCalibrationError < before.ExpectedCalibrationError / 2, $"{after.ExpectedCalibrationError}");
    }

    [Fact]
    public void ADetectorThatIsNotSureEnoughIsMadeSurer()
    {
        var (found, truth) = World(10, score: 0.6);
        Assert.True(TemperatureScaling.Fit(found, truth) < 0.2);
    }

    [Fact]
    public void ATemperatureOfOneChangesNothingAndAnyKeepsSumsAtOne()
    {
        var (found, _) = World(5);
        Assert.Equal(0.9, TemperatureScaling.Apply(found, 1).Images[0].Detections[0].Score, 6);
        var warm = TemperatureScaling.Apply(found, 2).Images[0].Detections[0];
        var (a, b) = (Math.Sqrt(0.9), Math.Sqrt(0.05));
        Assert.Equal(a / (a + b + b), warm.Score, 6); // by hand: the square root of 0.9 and of twice 0.05
        Assert.Equal(warm.Score, warm.ClassScores[0], 6);
    }

    [Fact]
    public void PredictionsThatKeptOnlyTheirBestScoreAreRefused()
    {
        var (found, truth) = World(5);
        var bare = found with { Images = found.Images.Select(image => image with { Detections = [new Detection(Here, 0, 0.9)] }).ToEquatableArray() };
        Assert.StartsWith("Temperature scaling needs the scores of all classes", Assert.Throws<LatException>(() => TemperatureScaling.Fit(bare, truth)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PredictionsOnIgnoredObjectsAndOtherSetsDoNotCount()
    {
        var (found, truth) = World(5);
        var ignored = new AnnotationSet(Space, truth.Images.Select(image => image with { Annotations = [new Annotation(Here, 0) { IsIgnored = true }] }));
        Assert.Empty(JudgedDetections.Of(found, ignored));
        Assert.Equal(1, TemperatureScaling.Fit(found, ignored));
        Assert.Throws<LatException>(() => JudgedDetections.Of(found, new AnnotationSet(Space, truth.Images.Skip(1))).ToList());
        Assert.Throws<LatException>(() => JudgedDetections.Of(found, new AnnotationSet(new LabelSpace("car"), [])).ToList());
    }
}
