using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class MappedDetectionFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryImageIsAsWhereTheFileIsReadWhole()
    {
        DetectionFile.Write(_folder["d"], Some.Detections());
        using var mapped = MappedDetectionFile.Open(_folder["d"]);

        Assert.Equal((Some.Detections().LabelSpace, 3), (mapped.LabelSpace, mapped.ImageCount));
        Assert.Equal(Some.Detections().Images.Reverse(), Some.Detections().Images.Reverse().Select(image => mapped[image.FileName]));
    }

    [Fact]
    public void EmptyImagesAndMissingScoreVectorsShiftNoOther()
    {
        var images = Enumerable.Range(0, 40).Select(image => new ImageDetections(
            FormattableString.Invariant($"{image}.png"),
            new ImageSize(50, 50),
            Enumerable.Range(0, image % 4).Select(index => new Detection(new Box(index, 1, 9 + image, 8), index % 2, image / 40.0)
            {
                ClassScores = index % 3 == 1 ? [] : [image, -index],
            }).ToEquatableArray())).ToEquatableArray();
        DetectionFile.Write(_folder["d"], new DetectionSet(new LabelSpace("a", "b"), images));
        using var mapped = MappedDetectionFile.Open(_folder["d"]);

        Assert.Equal(images, images.Select(image => mapped[image.FileName]));
    }

    [Fact]
    public void ScoresComeInOrderHoweverManyAndAsOftenAsTheyAreWanted()
    {
        var images = Enumerable.Range(0, 3).Select(image => new ImageDetections(
            FormattableString.Invariant($"{image}.png"),
            new ImageSize(50, 50),
            Enumerable.Range(0, 3000).Select(index => new Detection(new Box(0, 0, 8, 8), index % 2, ((image * 3000) + index) / 9000.0)).ToEquatableArray())).ToEquatableArray();
        DetectionFile.Write(_folder["d"], new DetectionSet(new LabelSpace("a", "b"), images));
        using var mapped = MappedDetectionFile.Open(_folder["d"]);

        var scores = images.SelectMany(image => image.Detections).Select(detection => (detection.ClassIndex, detection.Score)).ToList();
        Assert.Equal(scores, mapped.Scores);
        Assert.Equal(scores, mapped.Scores);
    }

    [Fact]
    public void AnImageThatTheDetectorNeverSawIsNamedWithTheFile()
    {
        DetectionFile.Write(_folder["d"], Some.Detections());
        using var mapped = MappedDetectionFile.Open(_folder["d"]);

        var message = Assert.Throws<LatException>(() => mapped["other.png"]).Message;
        Assert.Contains("'other.png'", message, StringComparison.Ordinal);
        Assert.Contains(_folder["d"], message, StringComparison.Ordinal);
    }

    [Fact]
    public void AScoreVectorOfAnotherLengthIsRefusedWhenOpened()
    {
        var odd = new Detection(new Box(0, 0, 1, 1), 0, 0.5) { ClassScores = [0.5f] };
        DetectionFile.Write(_folder["d"], new DetectionSet(new LabelSpace("a", "b"), [new ImageDetections("x.png", new ImageSize(4, 4), [odd])]));

        Assert.Contains("1 class scores", Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["d"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassOutsideTheSpaceIsRefusedWhenOpened()
    {
        DetectionFile.Write(_folder["d"], new DetectionSet(
            new LabelSpace("a", "b"), [new ImageDetections("x.png", new ImageSize(4, 4), [new Detection(new Box(0, 0, 1, 1), 2, 0.5)])]));

        Assert.Contains("is of class 2", Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["d"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnImageThatStandsTwiceIsRefusedWhenOpened()
    {
        var image = new ImageDetections("x.png", new ImageSize(4, 4), []);
        DetectionFile.Write(_folder["d"], new DetectionSet(new LabelSpace("a"), [image, image]));

        Assert.Contains("stands twice", Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["d"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageAnywhereAndOtherKindsOfFilesAreFound()
    {
        DetectionFile.Write(_folder["d"], Some.Detections());
        var bytes = File.ReadAllBytes(_folder["d"]);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x40;
            File.WriteAllBytes(_folder["b"], damaged);
            Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["b"]));
        }

        foreach (var length in new[] { 0, 5, 40, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(_folder["b"], bytes[..length]);
            Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["b"]));
        }

        AnnotationFile.Write(_folder["a"], Some.Annotations());
        Assert.Contains("is not a detection file", Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["a"])).Message, StringComparison.Ordinal);
        Assert.Throws<LatException>(() => MappedDetectionFile.Open(_folder["nowhere"]));
    }
}
