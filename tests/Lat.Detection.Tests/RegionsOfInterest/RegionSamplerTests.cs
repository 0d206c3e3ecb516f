namespace Lat.Detection.Tests;

public class RegionSamplerTests
{
    private static readonly RgbImage Image = new(new ImageSize(100, 100));

    [Fact]
    public void RegionsBearTheColumnTheConfidenceAndTheOffsetsOfTheirLabel()
    {
        var example = new TrainingExample(Image, [new Annotation(new Box(10, 10, 50, 50), 1) { Confidence = 0.25 }])
        {
            Slice = new LabelSpaceSlice(3, 2),
        };
        var sample = Draw([12, 10, 50, 50, 70, 70, 90, 90], ImageTargets.From(example, 5));
        Assert.Equal([5L, 5L, 0L], sample.Columns);
        Assert.Equal([0.25f, 0.25f, 1f], sample.Confidences);
        Assert.Equal([new LabelSpaceSlice(3, 2)], sample.Slices);
        Assert.Equal([3], sample.PerImage);

        // The label's own box is a proposal too, without offset; background has none.
        Golden.AssertClose([-0.2632f, 0, 0.2565f, 0, 0, 0, 0, 0, 0, 0, 0, 0], sample.Offsets, 1e-3f);
    }

    [Fact]
    public void CrowdsAndIgnoredObjectsAreNeitherObjectsNorBackground()
    {
        var example = new TrainingExample(Image,
        [
            new Annotation(new Box(0, 0, 40, 40), 0) { IsCrowd = true },
            new Annotation(new Box(60, 60, 90, 90), 0) { IsIgnored = true },
        ]);
        var sample = Draw([0, 0, 40, 40, 61, 60, 90, 90, 10, 60, 30, 80], ImageTargets.From(example, 1));
        Assert.Equal([10, 60, 30, 80], sample.Boxes);
        Assert.Equal([0L], sample.Columns);
    }

    [Fact]
    public void TheLabelsOwnBoxesAreLeftOutWhereAsked()
    {
        var targets = ImageTargets.From(new TrainingExample(Image, [new Annotation(new Box(10, 10, 50, 50), 0)]), 1);
        var sampler = new RegionSampler(new RegionOptions { AppendTargets = false });
        Assert.Equal([60f, 60, 90, 90], sampler.Draw([[60, 60, 90, 90]], [targets], new Seed(1).ToStream()).Boxes);
    }

    [Fact]
    public void ObjectnessOnlyKnowsOneClass()
    {
        var example = new TrainingExample(Image, [new Annotation(new Box(10, 10, 50, 50), 7)]) { Slice = new LabelSpaceSlice(3, 20) };
        Assert.Equal([1], ImageTargets.From(example, 1, objectnessOnly: true).Columns);
    }

    [Fact]
    public void ASliceOutsideTheHeadIsRefused()
    {
        var example = new TrainingExample(Image, []) { Slice = new LabelSpaceSlice(3, 4) };
        Assert.Throws<ArgumentException>(() => ImageTargets.From(example, 5));
    }

    private static RegionSample Draw(float[] proposals, ImageTargets targets) =>
        new RegionSampler(new RegionOptions { PositiveFraction = 0.5 }).Draw([proposals], [targets], new Seed(1).ToStream());
}
