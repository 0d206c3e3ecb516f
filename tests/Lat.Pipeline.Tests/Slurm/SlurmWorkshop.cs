using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

/// <summary>A store, a cluster in memory, and runs of a graph on it.</summary>
internal sealed class SlurmWorkshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SlurmWorkshop() => Store = new ArtifactStore(_folder["store"]);

    public ArtifactStore Store { get; }

    public FakeCluster Cluster { get; } = new();

    public SteppingClock Clock { get; } = new();

    public List<string> Notices { get; } = [];

    public SlurmOptions Options { get; set; } = new();

    public string DeviceKind { get; set; } = "cpu";

    /// <summary>a1, a2 → b1 (a1), b2 (a2) → c (b1, b2): `a` and `b` and `c` are kinds.</summary>
    public static StageGraph Graph(string field = "1") => new("some",
    [
        Node("a/1", field), Node("a/2", "1"), Node("b/1", "1", "a/1"), Node("b/2", "1", "a/2"), Node("c", "1", "b/1", "b/2"),
    ]);

    public static StageNode Node(string name, string field, params string[] upstream) => new()
    {
        Name = name,
        Kind = name.Split('/')[0],
        CodeRevision = "1",
        Fields = [new("name", name), new("field", field)],
        Inputs = [.. upstream.Select(node => new StageInput(node, node, "out"))],
    };

    public Task<RunReport> RunAsync(StageGraph graph, Func<StageNode, StageResult, string?>? refusal = null, CancellationToken cancellation = default) =>
        new SlurmRun(Store, Cluster, Order(), new Silence(), Notices.Add) { Clock = Clock, Refusal = refusal }.RunAsync(graph, cancellation);

    public SlurmOrder Order() => new()
    {
        Options = Options,
        Ticket = new SlurmTicket { ExperimentName = "some", ExperimentYaml = "version: 1", DeviceKind = DeviceKind, TorchVersion = "1.13.1", WorkerCommand = ["lat"], Stages = [] },
    };

    /// <summary>Does in the store what the jobs of these stages would do.</summary>
    public async Task Compute(StageGraph graph, params string[] stages)
    {
        var report = await new GraphRunner(Store, new Writer()).RunAsync(graph.Select(stages));
        Assert.True(report.Succeeded);
    }

    /// <summary>The stages of a submission, by their tickets.</summary>
    public IReadOnlyList<string> StagesOf(SlurmSubmission submission) => [.. SlurmTicket.Of(submission.Comment, Store.Directory)!.Stages.Select(stage => stage.Name)];

    /// <summary>The job of a stage.</summary>
    public string JobOf(string stage) => Cluster.Jobs.First(job => SlurmTicket.Of(job.Comment, Store.Directory)?.Stages[job.Index].Name == stage).Id;

    public void Dispose() => _folder.Dispose();

    private sealed class Writer : IStageExecutor
    {
        public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            await File.WriteAllTextAsync(Path.Combine(invocation.WorkDirectory, "out"), invocation.Key.Hex, cancellationToken);
            return new StageExecution { Outputs = ["out"] };
        }
    }

    private sealed class Silence : IRunObserver;
}
