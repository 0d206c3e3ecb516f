using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class RandomGraphTests : IDisposable
{
    private const int Graphs = 40;

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryStageRunsAtMostOnceAndTheResultDoesNotDependOnTheJobs()
    {
        for (var number = 0; number < Graphs; number++)
        {
            var graph = Draw(new Seed((ulong)number).ToStream());
            var (one, four) = (new CountingExecutor(), new CountingExecutor());

            var alone = await RunAsync($"{number}/one", one, graph, jobs: 1);
            var together = await RunAsync($"{number}/four", four, graph, jobs: 4);

            Assert.Equal(graph.Nodes.Count, one.Ran.Distinct().Count());
            Assert.Equal(one.TakeRan(), four.TakeRan());
            Assert.Equal(alone.Stages.Select(stage => stage.Result!.Outputs), together.Stages.Select(stage => stage.Result!.Outputs));
            Assert.Equal(alone.Stages.Select(stage => stage.Key), together.Stages.Select(stage => stage.Key));
        }
    }

    [Fact]
    public async Task AChangeRunsExactlyWhatFollowsIt()
    {
        for (var number = 0; number < Graphs; number++)
        {
            var stream = new Seed((ulong)number).Derive("change").ToStream();
            var graph = Draw(stream);
            var executor = new CountingExecutor();
            var first = await RunAsync($"{number}", executor, graph, jobs: 2);
            Assert.True(first.Succeeded, first.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
            executor.TakeRan();
            var changed = graph.Nodes[stream.NextInt(graph.Nodes.Count)].Name;

            await RunAsync($"{number}", executor, graph.With(changed, node => node.WithField("name", "changed")), jobs: 2);

            Assert.Equal(Following(graph, changed), executor.TakeRan());
        }
    }

    [Fact]
    public async Task AfterRandomFailuresTheRestIsMadeAndTheResultIsTheSame()
    {
        for (var number = 0; number < Graphs; number++)
        {
            var stream = new Seed((ulong)number).Derive("failure").ToStream();
            var graph = Draw(stream);
            var sound = await RunAsync($"{number}/sound", new CountingExecutor(), graph, jobs: 2);
            var executor = new CountingExecutor();
            foreach (var node in graph.Nodes.Where(_ => stream.NextBool(0.3)))
            {
                executor.Does(node.Name, _ => throw new InvalidOperationException("killed"));
            }

            await RunAsync($"{number}/failing", executor, graph, jobs: 2, keepGoing: stream.NextBool(0.5));
            executor.Behaviours.Clear();
            var healed = await RunAsync($"{number}/failing", executor, graph, jobs: 2);

            Assert.Equal(sound.Stages.Select(stage => stage.Result!.Outputs), healed.Stages.Select(stage => stage.Result!.Outputs));
        }
    }

    private Task<RunReport> RunAsync(string store, CountingExecutor executor, StageGraph graph, int jobs, bool keepGoing = false) =>
        new GraphRunner(new ArtifactStore(Path.Combine(_folder.Path, store), new UnflushedFiles()), executor, new RunOptions { Jobs = jobs, KeepGoing = keepGoing }).RunAsync(graph);

    private static StageGraph Draw(RandomStream stream)
    {
        var count = 1 + stream.NextInt(14);
        return Some.Graph(Enumerable.Range(0, count).Select(index =>
            Some.Node($"n{index}", [.. Enumerable.Range(0, index).Where(_ => stream.NextBool(0.25)).Select(upstream => $"n{upstream}")])).ToList());
    }

    private static IEnumerable<string> Following(StageGraph graph, string name)
    {
        var following = new HashSet<string> { name };
        foreach (var node in graph.Nodes.Where(node => graph.Upstream(node.Name).Any(upstream => following.Contains(upstream.Name))))
        {
            following.Add(node.Name);
        }

        return following.Order(StringComparer.Ordinal);
    }
}
