namespace Lat.Detection.Tests;

public class BatchPrefetcherTests
{
    [Fact]
    public void BatchesComeInOrderFromTheGivenStart()
    {
        using var batches = new BatchPrefetcher<int>(3, 8, iteration => iteration * iteration);
        Assert.Equal([9, 16, 25, 36, 49], Enumerable.Range(3, 5).Select(batches.Take));
    }

    [Fact]
    public void AFailureIsThrownWhereTheBatchIsTaken()
    {
        using var batches = new BatchPrefetcher<int>(0, 8, iteration => iteration < 2 ? iteration : throw new LatException("No such image."));
        Assert.Equal((0, 1), (batches.Take(0), batches.Take(1)));
        Assert.Equal("No such image.", Assert.Throws<LatException>(() => batches.Take(2)).Message);
    }

    [Fact]
    public void StoppingEarlyDoesNotWaitForTheRest()
    {
        var prepared = 0;
        using (var batches = new BatchPrefetcher<int>(0, 1_000_000, _ => Interlocked.Increment(ref prepared)))
        {
            batches.Take(0);
        }

        Assert.InRange(prepared, 1, 10);
    }

    [Fact]
    public void TakingOutOfOrderIsOurBug()
    {
        using var batches = new BatchPrefetcher<int>(0, 8, iteration => iteration);
        Assert.Throws<InvalidOperationException>(() => batches.Take(1));
    }
}
