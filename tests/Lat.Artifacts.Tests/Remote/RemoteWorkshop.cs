namespace Lat.Artifacts.Tests;

/// <summary>Several machines, each with a store of its own, and one remote between them.</summary>
internal sealed class RemoteWorkshop(string folder, IRemoteObjects objects)
{
    private int _machines;

    public ScriptedObjects Objects { get; } = new(objects);

    public CountingExecutor Executor { get; } = new();

    public List<string> Notices { get; } = [];

    public RemoteOptions Options { get; set; } = new();

    /// <summary>Runs a graph on a new machine, or on a given store.</summary>
    public async Task<RunReport> RunAsync(StageGraph graph, bool push = false, string? store = null)
    {
        Executor.TakeRan();
        using var remote = new RemoteCache(Objects, Options with { Push = push }, notice =>
        {
            lock (Notices)
            {
                Notices.Add(notice);
            }
        });
        var report = await new GraphRunner(
            new ArtifactStore(store ?? NewStore(), new UnflushedFiles()), Executor, new RunOptions { Jobs = 2 }, remote: remote).RunAsync(graph);
        await remote.CompleteAsync();
        Assert.True(report.Succeeded, report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
        return report;
    }

    public string NewStore() => Path.Combine(folder, $"machine{Interlocked.Increment(ref _machines)}");
}
