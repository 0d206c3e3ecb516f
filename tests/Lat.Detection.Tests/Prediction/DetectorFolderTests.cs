using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class DetectorFolderTests : IDisposable
{
    private static readonly DetectorDescription Description =
        new(Some.TinyDetector, [new LabelSpace("car", "bus"), new LabelSpace("car", "vehicle.bicycle", "person")]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ADescriptionComesBackAsItWas()
    {
        Assert.Equal(Description, DetectorDescription.Parse(Description.ToJson(), "detector.json"));
        Assert.Equal(5, Description.ClassCount);
        Assert.Equal(new LabelSpaceSlice(2, 3), Description.SliceOf(1));
        Assert.Equal(1, (Description with { ObjectnessOnly = true }).ClassCount);
    }

    [Fact]
    public void ADetectorOfManySpacesAnswersInTheOneAskedFor()
    {
        Save();
        using var predictor = DetectorPredictor.Load(_folder["d"], CPU);
        var images = new[] { Some.TwoRectangles(0).Image, Some.TwoRectangles(1).Image };
        var answers = predictor.Predict(images, spaceIndex: 1);
        Assert.Equal(2, answers.Count);
        Assert.NotEmpty(answers[0]);
        Assert.All(answers.SelectMany(detections => detections), detection => Assert.Equal(3, detection.ClassScores.Count));
        Assert.Equal(answers, predictor.Predict(images, spaceIndex: 1));
    }

    [Fact]
    public void FeaturesAreThoseOfTheTrainedNetwork()
    {
        Save();
        using var extractor = FeatureExtractor.Load(_folder["d"], CPU);
        using var scope = NewDisposeScope();
        var maps = extractor.Extract([Some.TwoRectangles(0).Image, Some.TwoRectangles(1).Image]);
        Assert.Equal(extractor.Strides.Select(stride => new long[] { 2, extractor.Channels, 64 / stride, 64 / stride }), maps.Select(map => map.shape));
        Assert.All(maps, map => Assert.False(map.requires_grad));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"detector\": {\"backbone\": \"vgg\"}, \"labelSpaces\": [[\"car\"]], \"objectnessOnly\": false}")]
    [InlineData("{\"detector\": {\"unknown\": 1}, \"labelSpaces\": [[\"car\"]], \"objectnessOnly\": false}")]
    [InlineData("[")]
    public void ABadDescriptionIsRefused(string json) =>
        Assert.Contains("does not describe a detector", Assert.Throws<LatException>(() => DetectorDescription.Parse(json, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void AMissingFolderIsNamed() =>
        Assert.Contains("it has no detector.json", Assert.Throws<LatException>(() => DetectorFolder.Load(_folder["none"], CPU)).Message, StringComparison.Ordinal);

    private void Save()
    {
        using var network = new FasterRcnn(Some.TinyDetector, 5, new Seed(3));
        DetectorFolder.Save(network, Description, _folder["d"]);
    }
}
