namespace Standins.TorchSharp.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void TensorsDieWithTheScopeThatTheyWereMadeIn()
    {
        Tensor kept, lost;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                lost = ones(1);
                kept = ones(1).MoveToOuterDisposeScope();
            }

            Assert.True(lost.IsInvalid);
            Assert.False(kept.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }

        Assert.True(kept.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => kept.Handle);
    }

    [Fact]
    public void DetachedAndAttachedTensorsFollowTheirOwners()
    {
        Tensor free;
        using (var scope = NewDisposeScope())
        {
            free = ones(1).DetachFromDisposeScope();
            var (a, b) = (ones(1), ones(1));
            scope.DisposeEverythingBut(a);
            Assert.True(b.IsInvalid);
            Assert.Same(a, Assert.Single(scope.DisposablesView));
        }

        Assert.False(free.IsInvalid);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(free);
        }

        Assert.True(free.IsInvalid);
    }

    [Fact]
    public void StatisticsCountWhatLives()
    {
        DisposeScopeManager.Statistics.Reset();
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        var outside = ones(1);
        using (NewDisposeScope())
        {
            _ = ones(1);
            ones(1).Dispose();
            var moved = ones(1).DetachFromDisposeScope();
            Assert.Equal(1, statistics.DetachedFromScopeCount);
            Assert.Equal(3, statistics.ThreadTotalLiveCount);
            moved.Dispose();
        }

        outside.Dispose();
        Assert.Equal((1, 3, 2, 2), (statistics.CreatedOutsideScopeCount, statistics.CreatedInScopeCount, statistics.DisposedOutsideScopeCount, statistics.DisposedInScopeCount));
        Assert.Equal(0, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void EachThreadHasScopesOfItsOwn()
    {
        using var scope = NewDisposeScope();
        var other = new Thread(() =>
        {
            Assert.Null(CurrentDisposeScope);
            using var inner = NewDisposeScope();
            _ = ones(1);
            Assert.Equal(1, inner.DisposablesCount);
        });
        other.Start();
        other.Join();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.Same(scope, CurrentDisposeScope);
    }

    [Fact]
    public void AForgottenTensorIsFreedByTheCollector()
    {
        var before = Tensor.TotalCount;
        Forget(100);
        for (var i = 0; i < 20 && Tensor.TotalCount > before + 10; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(Tensor.TotalCount <= before + 10, $"{Tensor.TotalCount - before} tensors were not freed");
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Forget(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = ones(1000);
        }
    }
}
