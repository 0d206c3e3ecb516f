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
}
