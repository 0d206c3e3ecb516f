namespace Lat.Detection.Tests;

public class BatchSamplerTests
{
    [Fact]
    public void EveryExampleComesOnceBeforeAnyComesAgain()
    {
        var sampler = new BatchSampler(10, 4, 100, new SamplingPlan(), new Seed(1));
        var drawn = Enumerable.Range(0, 10).SelectMany(iteration => sampler.At(iteration)).ToList();
        for (var epoch = 0; epoch < 4; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 10), drawn.Skip(epoch * 10).Take(10).Order());
        }

        Assert.NotEqual(drawn.Take(10), drawn.Skip(10).Take(10));
    }

    [Fact]
    public void ABatchDependsOnTheIterationAlone()
    {
        var (forward, backward) = (new BatchSampler(7, 3, 50, new SamplingPlan(), new Seed(1)), new BatchSampler(7, 3, 50, new SamplingPlan(), new Seed(1)));
        var expected = Enumerable.Range(0, 50).Select(forward.At).ToList();
        Assert.Equal(expected.AsEnumerable().Reverse(), Enumerable.Range(0, 50).Reverse().Select(backward.At));
    }

    [Fact]
    public void TheLastIterationsDrawFromTheTargetAlone()
    {
        var plan = new SamplingPlan { FineTuneIterations = 5, TargetIndices = [2, 4] };
        var sampler = new BatchSampler(20, 4, 30, plan, new Seed(1));
        Assert.All(Enumerable.Range(25, 5), iteration => Assert.All(sampler.At(iteration), index => Assert.Contains(index, plan.TargetIndices)));
        Assert.Contains(Enumerable.Range(0, 25).SelectMany(iteration => sampler.At(iteration)), index => index is not 2 and not 4);
    }

    [Fact]
    public void HalfAndHalfBatchesAreHalfTheTarget()
    {
        var plan = new SamplingPlan { HalfAndHalf = true, TargetIndices = [2, 4] };
        var sampler = new BatchSampler(20, 4, 30, plan, new Seed(1));
        Assert.All(Enumerable.Range(0, 30), iteration => Assert.Equal(2, sampler.At(iteration).Count(index => index is 2 or 4)));
    }

    [Fact]
    public void NothingToDrawFromIsTheUsersFault()
    {
        Assert.Throws<LatException>(() => new BatchSampler(0, 4, 30, new SamplingPlan(), new Seed(1)));
        Assert.Throws<LatException>(() => new BatchSampler(5, 4, 30, new SamplingPlan { FineTuneIterations = 3 }, new Seed(1)));
    }

    [Fact]
    public void GroupedBatchesNeverMixUprightAndWideImages()
    {
        var sampler = new BatchSampler(20, 4, 60, new SamplingPlan(), new Seed(1), isUpright: IsUpright);
        var batches = Enumerable.Range(0, 60).Select(sampler.At).ToList();
        Assert.All(batches, batch => Assert.Single(batch.Select(IsUpright).Distinct()));
        Assert.Contains(batches, batch => IsUpright(batch[0]));
        Assert.Contains(batches, batch => !IsUpright(batch[0]));
        Assert.All(batches.SelectMany(batch => batch).GroupBy(index => index), times => Assert.InRange(times.Count(), 10, 13));
    }

    [Fact]
    public void AGroupedBatchDependsOnTheIterationAlone()
    {
        var (forward, backward) = (Grouped(), Grouped());
        var expected = Enumerable.Range(0, 600).Select(forward.At).ToList();
        Assert.Equal(expected[599], backward.At(599));
        Assert.Equal(expected[3], backward.At(3));
        Assert.Equal(expected[400], Grouped().At(400));

        static BatchSampler Grouped() => new(7, 3, 600, new SamplingPlan(), new Seed(1), isUpright: IsUpright);
    }

    [Fact]
    public void OnlyCandidatesAreDrawnInEveryPhase()
    {
        var plan = new SamplingPlan { FineTuneIterations = 5, TargetIndices = [2, 4, 6] };
        var sampler = new BatchSampler(20, 4, 30, plan, new Seed(1), candidates: [1, 2, 3, 6]);
        Assert.Equal([1, 2, 3, 6], Enumerable.Range(0, 25).SelectMany(iteration => sampler.At(iteration)).Distinct().Order());
        Assert.Equal([2, 6], Enumerable.Range(25, 5).SelectMany(iteration => sampler.At(iteration)).Distinct().Order());
    }

    [Fact]
    public void ImagesThatAreAllEmptyAreTheUsersFault() => Assert.Contains(
        "skipEmptyImages",
        Assert.Throws<LatException>(() => new BatchSampler(5, 4, 30, new SamplingPlan(), new Seed(1), candidates: [])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void GroupingAndHalvingAreNotBothPossible() => Assert.Throws<LatException>(() => new BatchSampler(
        5, 4, 30, new SamplingPlan { HalfAndHalf = true, TargetIndices = [1] }, new Seed(1), isUpright: IsUpright));

    private static bool IsUpright(int index) => index % 3 == 0;
}
