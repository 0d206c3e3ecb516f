namespace Lat.Detection.Tests;

public class AnchorGridTests
{
    private static readonly (int, int)[] Levels = [(3, 4), (2, 2)];

    [Fact]
    public void TorchvisionHasTheSameAnchorsInTheSameOrder()
    {
        var options = new AnchorOptions { Sizes = [32, 64], RoundCorners = true };
        Golden.AssertClose(Golden.Read("anchors.json").Floats("anchors"), new AnchorGrid(options, [4, 8], [(4, 6), (2, 3)]).Boxes, 1e-5f);
    }

    [Fact]
    public void UnroundedAnchorsHaveTheirAreaAndTheirRatio()
    {
        var grid = new AnchorGrid(new AnchorOptions { Sizes = [30] }, [4], [(1, 1)]);
        for (var anchor = 0; anchor < 3; anchor++)
        {
            var box = grid.Boxes.AsSpan(anchor * 4, 4);
            Assert.Equal(900, BoxIou.Area(box), 1e-2f);
            Assert.Equal(new[] { 0.5f, 1, 2 }[anchor], (box[3] - box[1]) / (box[2] - box[0]), 1e-5f);
        }
    }

    [Fact]
    public void AnOffsetMovesAnchorsByAShareOfTheStride()
    {
        var (corner, middle) = (new AnchorGrid(new AnchorOptions(), [4, 8], Levels), new AnchorGrid(new AnchorOptions { Offset = 0.5 }, [4, 8], Levels));
        for (var anchor = 0; anchor < corner.Count; anchor++)
        {
            var shift = corner.LevelOf(anchor) == 0 ? 2 : 4;
            Assert.Equal(corner.Boxes.AsSpan(anchor * 4, 4).ToArray().Select(value => value + shift), middle.Boxes.AsSpan(anchor * 4, 4).ToArray());
        }
    }

    [Fact]
    public void AnchorsKnowTheirLevel()
    {
        var grid = new AnchorGrid(new AnchorOptions(), [4, 8], Levels);
        Assert.Equal((48, 0, 1), (grid.Count, grid.LevelOf(35), grid.LevelOf(36)));
    }
}
