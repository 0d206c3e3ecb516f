using System.Text;
using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>Runs a graph on one store again and again, each time as another process on a disk that may fail.</summary>
internal sealed class FaultyMachine(string folder, StageGraph graph, RandomStream random)
{
    // No process has this number: whoever finds its lock sees at once that it is dead.
    private static readonly LockOwner _dead = LockOwner.Current with { ProcessId = int.MaxValue };

    private readonly FakeClock _clock = new();

    public string Folder { get; } = folder;

    /// <summary>The content of every node's output, whoever makes it and however often.</summary>
    public static string ContentOf(StageNode node) => string.Concat(Enumerable.Repeat(node.Name + "\n", 40));

    // One at a time: the threads of a killed process die with it, those of a test live on and would write into the next run.
    public async Task<(RunReport? Report, FaultyDisk Disk)> RunAsync(Action<FaultyDisk> prepare, int jobs = 1)
    {
        // The clock jumps by up to ten years in both directions.
        _clock.Now = _clock.Now.AddMinutes(random.NextInt(20_000_000) - 10_000_000) is { Year: > 1990 and < 2070 } time ? time : new FakeClock().Now;
        var disk = new FaultyDisk(random);
        prepare(disk);
        var store = new ArtifactStore(Folder, new StoreFiles(disk, _clock), _dead) { LockPatience = TimeSpan.FromMilliseconds(20) };
        try
        {
            return (await new GraphRunner(store, new Executor(disk), new RunOptions { Jobs = jobs, Verification = Verification.Content }).RunAsync(graph), disk);
        }
        catch (KilledException)
        {
            return (null, disk);
        }
    }

    /// <summary>Collects garbage by a policy that takes all it may, on a disk that may fail.</summary>
    public FaultyDisk Collect(Action<FaultyDisk> prepare)
    {
        var disk = new FaultyDisk(random);
        prepare(disk);
        try
        {
            var collection = new GarbageCollection(new ArtifactStore(Folder, new StoreFiles(disk, _clock), _dead), experimentsDirectory: null);
            collection.Apply(collection.Plan(new CollectionPolicy { KeepDays = 0, MaxSize = new ByteSize(0), Grace = TimeSpan.Zero }));
        }
        catch (Exception exception) when (exception is KilledException or LatException)
        {
            return disk;
        }

        return disk;
    }

    /// <summary>A store of the same folder, looked at by someone to whom nothing happens.</summary>
    public ArtifactStore Look() => new(Folder, new UnflushedFiles());

    private sealed class Executor(FaultyDisk disk) : IStageExecutor
    {
        public Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            var path = Path.Combine(invocation.WorkDirectory, "out.txt");
            var bytes = Encoding.UTF8.GetBytes(ContentOf(invocation.Node));
            File.Delete(path);
            disk.StageWrote(path, bytes[..(bytes.Length / 2)]);
            disk.StageWrote(path, bytes);
            disk.StageWrote(Path.Combine(invocation.WorkDirectory, "log.txt"), bytes[..10]);
            return Task.FromResult(new StageExecution { Outputs = ["log.txt", "out.txt"] });
        }
    }
}
