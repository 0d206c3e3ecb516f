namespace Lat.Pipeline.Tests;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void ResultsComeInOrderWhoeverIsDoneFirst(int workers)
    {
        using var last = new ManualResetEventSlim(workers == 1);
        var results = OrderedWork.Select(
            50,
            index =>
            {
                // The first of all waits until a later one is done.
                if (index == 0)
                {
                    Assert.True(last.Wait(TimeSpan.FromSeconds(60)));
                }

                if (index == 3)
                {
                    last.Set();
                }

                return index;
            },
            workers);

        Assert.Equal(Enumerable.Range(0, 50), results);
    }

    [Fact]
    public void TheFirstFailureIsThrownAndNothingIsLeftRunning()
    {
        var running = 0;
        var work = OrderedWork.Select(
            100,
            index =>
            {
                Interlocked.Increment(ref running);
                try
                {
                    return index == 5 ? throw new InvalidDataException("five") : index;
                }
                finally
                {
                    Interlocked.Decrement(ref running);
                }
            },
            4);

        Assert.Equal("five", Assert.Throws<InvalidDataException>(() => work.Count()).Message);
        Assert.Equal(0, running);
    }

    [Fact]
    public void NoMoreIsBegunThanTheConsumerWillSoonTake()
    {
        var begun = 0;
        using var work = OrderedWork.Select(100, index => Interlocked.Increment(ref begun), 3).GetEnumerator();
        Assert.True(work.MoveNext());

        Assert.InRange(Volatile.Read(ref begun), 1, 4);
    }

    [Fact]
    public void OfNothingThereIsNothing() => Assert.Empty(OrderedWork.Select(0, index => index, 2));
}
