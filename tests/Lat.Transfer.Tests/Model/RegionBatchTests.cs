using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class RegionBatchTests
{
    [Fact]
    public void ProposalsLieImageByImageWithTheirScoresAtTheirSpacesPlace()
    {
        var batch = new RegionBatch(
            [[Some.Proposal(new Box(1, 2, 3, 4), 0, 1)], [], [Some.Proposal(new Box(5, 6, 7, 8), 1, 2, 0.5f), Some.Proposal(new Box(0, 0, 1, 1), 1, 0, 0.25f) with { IsHeeded = false }]], Some.Spaces);
        Assert.Equal(3, batch.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1, 1], batch.Boxes);
        Assert.Equal([0, 2, 2], batch.Images);
        Assert.Equal([1, 0.5f, 0.25f], batch.Confidences);
        Assert.Equal([true, true, false], batch.Heeded);
        Assert.Equal([1, 0, 2], batch.CountsPerImage);
        using var scores = batch.ClassScoreTensor(torch.CPU);
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0, 0, 0.25f, 0, 0], scores.Values());
    }
}
