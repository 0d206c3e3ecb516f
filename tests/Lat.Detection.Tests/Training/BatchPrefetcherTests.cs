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

    [Fact]
    public void SeveralWorkersGiveTheSameBatchesInTheSameOrder()
    {
        using var batches = new BatchPrefetcher<int>(0, 200, iteration =>
        {
            Thread.SpinWait((200 - iteration) * 50);  // later ones are ready sooner
            return iteration * 3;
        }, workers: 4);
        Assert.Equal(Enumerable.Range(0, 200).Select(iteration => iteration * 3), Enumerable.Range(0, 200).Select(batches.Take));
    }

    [Fact]
    public void OfSeveralFailuresTheEarliestIterationsIsThrownAfterTheBatchesBeforeIt()
    {
        using var batches = new BatchPrefetcher<int>(0, 50, iteration => iteration < 7 ? iteration : throw new LatException($"No image {iteration}."), workers: 4);
        Assert.Equal(Enumerable.Range(0, 7), Enumerable.Range(0, 7).Select(batches.Take));
        Assert.Equal("No image 7.", Assert.Throws<LatException>(() => batches.Take(7)).Message);
    }

    [Fact]
    public void NoMoreIsPreparedThanThereIsRoomFor()
    {
        var prepared = 0;
        using var batches = new BatchPrefetcher<int>(0, 1000, _ => Interlocked.Increment(ref prepared), capacity: 3, workers: 2);
        batches.Take(0);
        Thread.Sleep(50);
        Assert.InRange(prepared, 1, 4);
    }

    [Fact]
    public void ABatchThatNobodyTookIsDisposed()
    {
        var (made, disposed) = (0, 0);
        using (var batches = new BatchPrefetcher<Owned>(0, 10, _ => new Owned(Interlocked.Increment(ref made), () => Interlocked.Increment(ref disposed))))
        {
            batches.Take(0).Dispose();
        }

        Assert.Equal(made, disposed);
    }

    [Fact]
    public void ABatchBeyondTheLastIsOurBug()
    {
        using var batches = new BatchPrefetcher<int>(0, 1, iteration => iteration);
        batches.Take(0);
        Assert.Throws<InvalidOperationException>(() => batches.Take(1));
    }

    private sealed record Owned(int Number, Action Disposed) : IDisposable
    {
        public void Dispose() => Disposed();
    }
}
