namespace Standins.TorchSharp.Tests;

public class ThreadTests
{
    [Fact]
    public void TheNumberOfThreadsIsWhatWasSet()
    {
        var before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
    }

    [Fact]
    public void ThreadsDoNotDisturbEachOther()
    {
        Parallel.For(0, 8, seed =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var scope = NewDisposeScope();
                var x = full(16, (float)seed, requires_grad: true);
                (x * x).sum().backward();
                Assert.Equal(2f * seed, x.grad![0].item<float>());
            }
        });
    }
}
