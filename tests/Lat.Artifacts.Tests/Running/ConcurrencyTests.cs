using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TwoRunsOnOneStoreExecuteEachStageOnce()
    {
        var directory = Path.Combine(_folder.Path, "store");
        var executor = new CountingExecutor();
        foreach (var node in Some.Diamond().Nodes)
        {
            executor.Behaviours[node.Name] = async (invocation, token) =>
            {
                await Task.Delay(20, token);
                return CountingExecutor.UsualText(invocation);
            };
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            new GraphRunner(new ArtifactStore(directory), executor, new RunOptions { Jobs = 2 }).RunAsync(Some.Diamond()))));

        Assert.Equal(["import", "other", "plot", "report", "spare", "train"], executor.TakeRan());
        Assert.False(executor.Overlapped);
        Assert.Equal(reports[0].Stages.Select(stage => stage.Result), reports[1].Stages.Select(stage => stage.Result));
    }

    [Fact]
    public async Task IndependentStagesRunAtOnceUpToTheNumberOfJobs()
    {
        var executor = new CountingExecutor();
        var (active, most) = (0, 0);
        var full = new TaskCompletionSource();
        var graph = Some.Graph(Enumerable.Range(0, 12).Select(index => Some.Node($"n{index}")));
        foreach (var node in graph.Nodes)
        {
            executor.Behaviours[node.Name] = async (_, token) =>
            {
                var now = Interlocked.Increment(ref active);
                InterlockedMax(ref most, now);
                if (now == 3)
                {
                    full.TrySetResult();
                }

                await full.Task.WaitAsync(TimeSpan.FromMinutes(2), token);
                await Task.Delay(5, token);
                Interlocked.Decrement(ref active);
                return "";
            };
        }

        await new GraphRunner(new ArtifactStore(_folder.Path), executor, new RunOptions { Jobs = 3 }).RunAsync(graph);

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task TheLongestChainBeginsFirst()
    {
        var executor = new CountingExecutor();

        await new GraphRunner(new ArtifactStore(_folder.Path), executor)
            .RunAsync(Some.Graph(Some.Node("alone"), Some.Node("a"), Some.Node("b", "a"), Some.Node("c", "b")));

        Assert.Equal(["a", "b", "alone", "c"], executor.Ran);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = target; seen < value; seen = target)
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
