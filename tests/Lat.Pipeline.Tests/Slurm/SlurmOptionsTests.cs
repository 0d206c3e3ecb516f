using Lat.Artifacts;
using Lat.Experiments;

namespace Lat.Pipeline.Tests;

public sealed class SlurmOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AKindSaysHowItDiffersFromAll()
    {
        var options = Load("""
            version: 1
            all: { partition: gpu, time: "12:00:00", account: vision, gpu: "gpu:h100:1" }
            kinds:
              import: { partition: cpu, memory: 4GiB, arguments: ["--constraint=nvme"] }
            """);

        Assert.Equal(new SlurmRequest { Partition = "gpu", Time = "12:00:00", Account = "vision", Gpu = "gpu:h100:1" }, options.Of("detector"));
        Assert.Equal(
            new SlurmRequest { Partition = "cpu", Time = "12:00:00", Account = "vision", Gpu = "gpu:h100:1", Memory = "4GiB", Arguments = ["--constraint=nvme"] }, options.Of("import"));
    }

    [Fact]
    public void WithoutAFileNothingIsAskedFor()
    {
        Assert.Equal(new SlurmRequest(), SlurmOptions.Load(null).Of("detector"));
        Assert.Equal(10, SlurmOptions.Load(null).PollSeconds);
    }

    [Theory]
    [InlineData("all: { memory: lots }", "'all.memory' is 'lots'; expected at least 1MiB.")]
    [InlineData("all: { memory: 12B }", "'all.memory' is '12B'; expected at least 1MiB.")]
    [InlineData("all: { arguments: [nvme] }", "has 'nvme'; every item is one argument of sbatch")]
    [InlineData("all: { partitions: gpu }", "partitions")]
    [InlineData("pollSeconds: 0", "pollSeconds")]
    public void AMistakeIsShownWhereItIs(string line, string words)
    {
        var message = Assert.Throws<ExperimentNotValidException>(() => Load("version: 1\n" + line)).Message;

        Assert.Contains("machine.yaml", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCommandLineSaysCudaWithoutANumber()
    {
        var cluster = new FakeCluster();
        Assert.Equal(["cuda"], new[] { "auto", "cuda" }.Select(device => SlurmDevices.Resolve(device, cluster).Kind).Distinct());
        Assert.Equal("cpu", SlurmDevices.Resolve("cpu", cluster).Kind);
        Assert.StartsWith("No device 'cuda:1'. With --executor slurm", Assert.Throws<LatException>(() => SlurmDevices.Resolve("cuda:1", cluster)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MemoryIsAskedForByThePastAndGpusByTheStage()
    {
        using var workshop = new SlurmWorkshop { DeviceKind = "cuda", Options = new SlurmOptions { Kinds = NamedMap.Create(("b", new SlurmRequest { Memory = "2GiB" })) } };
        var graph = new StageGraph("some", SlurmWorkshop.Graph().Nodes.Select(node => node with { Needs = new StageNeeds { Threads = 3, UsesDevice = node.Kind == "b" } }));
        var parts = new StageKeyParts { Kind = "a", CodeRevision = "0" };
        workshop.Store.History.Record("some", "a/1", new StageResult(parts.ToKey(), parts, [], new StageMeasurements { PeakMemoryBytes = 4L << 30 }));
        using var stop = new CancellationTokenSource();
        workshop.Cluster.Looked = () =>
        {
            if (workshop.Cluster.Submissions.Count > 0)
            {
                stop.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => workshop.RunAsync(graph, cancellation: stop.Token));

        Assert.Equal([6L << 30, 2L << 30, 2L << 30, null], workshop.Cluster.Submissions.Select(submission => submission.MemoryBytes));
        Assert.Equal([false, true, true, false], workshop.Cluster.Submissions.Select(submission => submission.UsesGpu));
        Assert.All(workshop.Cluster.Submissions, submission => Assert.Equal(3, submission.Threads));
    }

    private SlurmOptions Load(string yaml)
    {
        File.WriteAllText(_folder["machine.yaml"], yaml);
        return SlurmOptions.Load(_folder["machine.yaml"]);
    }
}
