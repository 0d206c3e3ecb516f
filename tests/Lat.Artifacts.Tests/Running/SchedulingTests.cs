using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class SchedulingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();

    public SchedulingTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryGpuHasOneStageAndEveryStageItsOwnGpu()
    {
        var nodes = Enumerable.Range(0, 9).Select(index => Node($"train/{index}", new StageNeeds { UsesDevice = true })).ToList();
        var meeting = new Meeting(_executor, nodes, arrivals: 3);

        var report = await RunAsync(nodes, jobs: 8, new MachineCapacity { Devices = ["cuda:0", "cuda:1", "cuda:2"] });

        Assert.True(report.Succeeded);
        Assert.Equal(3, meeting.Most);
        Assert.Equal(["cuda:0", "cuda:1", "cuda:2"], meeting.Devices.Distinct().Order());
        Assert.False(meeting.SharedADevice);
    }

    [Fact]
    public async Task AStageWithoutGpuDoesNotWaitForOne()
    {
        StageNode[] nodes = [Node("train/a", new StageNeeds { UsesDevice = true }), Node("train/b", new StageNeeds { UsesDevice = true }), Node("import")];
        var meeting = new Meeting(_executor, nodes, arrivals: 2);

        await RunAsync(nodes, jobs: 2, new MachineCapacity { Devices = ["cuda:0"] });

        // The first two begin at once, in whichever order; the third when the GPU is free.
        Assert.Equal(["import", "train/a"], meeting.Began.Take(2).Order());
        Assert.Equal("train/b", meeting.Began[2]);
        Assert.Equal(["cuda:0", "cuda:0"], meeting.Devices.OfType<string>());
    }

    [Fact]
    public async Task ThreadsAreNotTakenTwice()
    {
        var nodes = Enumerable.Range(0, 6).Select(index => Node($"n{index}", new StageNeeds { Threads = 2 })).ToList();
        var meeting = new Meeting(_executor, nodes, arrivals: 2);

        await RunAsync(nodes, jobs: 6, new MachineCapacity { Threads = 5 });

        Assert.Equal(2, meeting.Most);
    }

    [Fact]
    public async Task MemoryIsNotTakenTwice()
    {
        var nodes = Enumerable.Range(0, 6).Select(index => Node($"n{index}", new StageNeeds { MemoryBytes = 3L << 30 })).ToList();
        var meeting = new Meeting(_executor, nodes, arrivals: 2);

        await RunAsync(nodes, jobs: 6, new MachineCapacity { MemoryBytes = 8L << 30 });

        Assert.Equal(2, meeting.Most);
    }

    [Fact]
    public async Task WhatAStageTookOfMemoryBeforeIsRemembered()
    {
        foreach (var node in Enumerable.Range(0, 4).Select(index => $"n{index}"))
        {
            Past(Node(node), seconds: 1, memory: 5L << 30);
        }

        var nodes = Enumerable.Range(0, 4).Select(index => Node($"n{index}")).ToList();
        var meeting = new Meeting(_executor, nodes, arrivals: 1);

        await RunAsync(nodes, jobs: 4, new MachineCapacity { MemoryBytes = 8L << 30 });

        Assert.Equal(1, meeting.Most);
    }

    [Fact]
    public async Task AStageThatNeedsMoreThanTheMachineHasRunsAlone()
    {
        StageNode[] nodes = [Node("a"), Node("large", new StageNeeds { Threads = 64, MemoryBytes = 1L << 50 }), Node("b")];
        var meeting = new Meeting(_executor, nodes, arrivals: 1);

        Assert.True((await RunAsync(nodes, jobs: 3, new MachineCapacity { Threads = 4, MemoryBytes = 1L << 30 })).Succeeded);

        Assert.Equal(1, meeting.Most);
        Assert.Equal(["a", "large", "b"], meeting.Began);
    }

    [Fact]
    public async Task ALargeStageIsNotKeptWaitingByAStreamOfSmallOnes()
    {
        // The large stage is second in line; those behind it would fit beside the first, and must not go before it.
        StageNode[] nodes = [Node("a"), Node("large", new StageNeeds { Threads = 4 }), .. Enumerable.Range(0, 5).Select(index => Node($"small/{index}"))];
        var meeting = new Meeting(_executor, nodes, arrivals: 1);

        await RunAsync(nodes, jobs: 4, new MachineCapacity { Threads = 4 });

        Assert.Equal(["a", "large"], meeting.Began.Take(2));
    }

    [Fact]
    public async Task ThePathThatTookLongestGoesFirst()
    {
        Past(Node("long"), seconds: 900);
        Past(Node("x"), seconds: 2);
        Past(Node("y", upstream: "x"), seconds: 2);
        Past(Node("z", upstream: "y"), seconds: 2);

        await RunAsync([Node("x"), Node("y", upstream: "x"), Node("z", upstream: "y"), Node("long")], jobs: 1, MachineCapacity.Unlimited);

        Assert.Equal(["long", "x", "y", "z"], _executor.Ran);
    }

    [Fact]
    public async Task AStageWithoutAPastCountsAsItsKindDid()
    {
        Past(Node("train/old"), seconds: 900);
        Past(Node("import/old"), seconds: 2);
        var nodes = new[] { "import/old", "import/new", "train/old", "train/new" }.Select(name => Node(name)).ToList();

        await RunAsync(nodes, jobs: 1, MachineCapacity.Unlimited);

        Assert.Equal(["train/old", "train/new", "import/old", "import/new"], _executor.Ran);
    }

    [Fact]
    public async Task WhatTheStoreHasTakesNothingOfTheMachine()
    {
        var nodes = Enumerable.Range(0, 5).Select(index => Node($"done/{index}", new StageNeeds { UsesDevice = true, Threads = 4 })).ToList();
        await RunAsync(nodes, jobs: 1, MachineCapacity.Unlimited);
        _executor.TakeRan();
        var observer = new RecordingObserver();
        var settled = new TaskCompletionSource();
        observer.Heard = line =>
        {
            if (line == "Reused last")
            {
                settled.SetResult();
            }
        };

        // The only GPU is busy until the last stored stage has been settled: it would wait for ever if that took a GPU.
        _executor.Behaviours["busy"] = async (_, token) =>
        {
            await settled.Task.WaitAsync(Patience, token);
            return "";
        };
        StageNode[] graph = [Node("busy", new StageNeeds { UsesDevice = true }), .. nodes, nodes[0] with { Name = "last" }];
        var report = await new GraphRunner(_store, _executor, new RunOptions { Capacity = new MachineCapacity { Devices = ["cuda:0"], Threads = 4 } }, observer).RunAsync(Some.Graph(graph));

        Assert.True(report.Succeeded);
        Assert.Equal(["busy"], _executor.Ran);
    }

    [Fact]
    public async Task NeedsAreInNoKey()
    {
        var before = await RunAsync([Node("a")], 1, MachineCapacity.Unlimited);
        var after = await RunAsync([Node("a", new StageNeeds { Threads = 7, UsesDevice = true, MemoryBytes = 5 })], 1, new MachineCapacity { Devices = ["cuda:5"], Threads = 9 });

        Assert.Equal(before["a"].Key, after["a"].Key);
        Assert.Equal(["a"], _executor.Ran);
    }

    private static StageNode Node(string name, StageNeeds? needs = null, params string[] upstream) => Some.Node(name, upstream) with { Needs = needs ?? StageNeeds.OneThread };

    private Task<RunReport> RunAsync(IEnumerable<StageNode> nodes, int jobs, MachineCapacity capacity) =>
        new GraphRunner(_store, _executor, new RunOptions { Jobs = jobs, Capacity = capacity }).RunAsync(Some.Graph(nodes));

    /// <summary>Makes the node's last run one with other code, so that it has a past and has to run again.</summary>
    private void Past(StageNode node, double seconds, long? memory = null)
    {
        var parts = new StageKeyParts { Kind = node.Kind, CodeRevision = "0", Fields = node.Fields };
        _store.History.Record("quickstart", node.Name, new StageResult(parts.ToKey(), parts, [], new StageMeasurements { Seconds = seconds, PeakMemoryBytes = memory }));
    }

    /// <summary>Makes every stage wait until so many have been at work at once as can be; notes who began when, and with which device.</summary>
    private sealed class Meeting
    {
        private readonly ConcurrentDictionary<string, int> _busy = new(StringComparer.Ordinal);
        private readonly ConcurrentQueue<(string Node, string? Device)> _began = new();
        private readonly TaskCompletionSource _full = new();
        private readonly Lock _gate = new();
        private int _active;

        public Meeting(CountingExecutor executor, IEnumerable<StageNode> nodes, int arrivals)
        {
            foreach (var node in nodes)
            {
                executor.Behaviours[node.Name] = async (invocation, token) =>
                {
                    Enter(invocation, arrivals);
                    await _full.Task.WaitAsync(Patience, token);
                    Leave(invocation);
                    return "";
                };
            }
        }

        public int Most { get; private set; }

        public bool SharedADevice { get; private set; }

        public IReadOnlyList<string> Began => [.. _began.Select(entry => entry.Node)];

        public IReadOnlyList<string?> Devices => [.. _began.Select(entry => entry.Device)];

        private void Enter(StageInvocation invocation, int arrivals)
        {
            lock (_gate)
            {
                _began.Enqueue((invocation.Node.Name, invocation.Device));
                Most = Math.Max(Most, ++_active);
                SharedADevice |= invocation.Device is { } device && _busy.AddOrUpdate(device, 1, (_, count) => count + 1) > 1;
                if (_active == arrivals)
                {
                    _full.TrySetResult();
                }
            }
        }

        private void Leave(StageInvocation invocation)
        {
            lock (_gate)
            {
                _active--;
                if (invocation.Device is { } device)
                {
                    _busy[device]--;
                }
            }
        }
    }
}
