using Detected = Lat.Core.Detection;

namespace Lat.Detection.Tests;

public class RegionPostprocessorTests
{
    private static readonly float[] Proposals = [0, 0, 10, 10, 1, 0, 11, 10, 50, 50, 70, 70];

    // Columns: background, then three classes.
    private static readonly float[] Probabilities = [0.1f, 0.6f, 0.2f, 0.1f, 0.2f, 0.7f, 0.06f, 0.04f, 0.9f, 0.01f, 0.01f, 0.08f];

    [Fact]
    public void OverlappingBoxesOfOneClassBecomeOneAndOtherClassesStay()
    {
        var detections = Run(LabelSpaceSlice.Whole(3));
        Assert.Equal([(0, 0.7f), (1, 0.2f), (2, 0.1f), (2, 0.08f)], detections.Select(detection => (detection.ClassIndex, (float)detection.Score)));
        Assert.Equal([0.7f, 0.06f, 0.04f], detections[0].ClassScores);
        Assert.Equal(new Box(1, 0, 11, 10), detections[0].Box);
    }

    [Fact]
    public void ASliceAnswersInItsOwnClasses()
    {
        var detections = Run(new LabelSpaceSlice(1, 2));
        Assert.Equal([0, 1, 1], detections.Select(detection => detection.ClassIndex));
        Assert.Equal([0.2f, 0.1f], detections[0].ClassScores);
    }

    [Fact]
    public void EachClassHasItsOwnOffsets()
    {
        var offsets = new float[3 * 4 * 4];
        offsets[((1 * 4) + 1) * 4] = 5;    // region 1, class 0: dx of half a box
        Assert.Equal(new Box(6, 0, 16, 10), Run(LabelSpaceSlice.Whole(3), offsets)[0].Box);
    }

    [Fact]
    public void AClassAgnosticHeadMovesARegionTheSameForAllClasses()
    {
        float[] offsets = [0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0];    // region 1: dx of half a box
        var detections = new RegionPostprocessor(new RegionOptions { ClassAgnosticBoxes = true }, 3, LabelSpaceSlice.Whole(3))
            .DetectionsOf([Proposals, []], Probabilities, offsets, [new ImageSize(100, 100), new ImageSize(100, 100)]);
        Assert.Equal(
            [new Box(6, 0, 16, 10), new Box(0, 0, 10, 10), new Box(0, 0, 10, 10), new Box(0, 0, 10, 10), new Box(50, 50, 70, 70), new Box(6, 0, 16, 10)],
            detections[0].Select(detection => detection.Box));
        Assert.Empty(detections[1]);
    }

    [Fact]
    public void TheBestOfAnImageStay() => Assert.Single(Run(LabelSpaceSlice.Whole(3), limit: 1));

    private static EquatableArray<Detected> Run(LabelSpaceSlice slice, float[]? offsets = null, int limit = 100) =>
        new RegionPostprocessor(new RegionOptions { DetectionsPerImage = limit }, 3, slice)
            .DetectionsOf(Proposals, Probabilities, offsets ?? new float[48], new ImageSize(100, 100));
}
