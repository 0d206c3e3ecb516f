using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class ProcessExecutorTests : IDisposable
{
    // Notes the GPU that it is shown, and the device that its order names; leaves an answer.
    private const string Script = """
        folder=$(dirname "$3")
        echo "$CUDA_VISIBLE_DEVICES $(grep -o '"device":"[^"]*"' "$3")" > "$folder/seen"
        echo '{"outputs":["seen"]}' > "$folder/.answer.json"
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryWorkerIsShownItsOwnGpuAndNoOther()
    {
        var nodes = Enumerable.Range(0, 4).Select(index => new StageNode
        {
            Name = $"n{index}", Kind = "train", CodeRevision = "1", Fields = [new("n", $"{index}")], Needs = new StageNeeds { UsesDevice = index < 3 },
        });
        var store = new ArtifactStore(_folder["store"]);
        var executor = new ProcessExecutor(ScriptedWorker.Write(_folder, Script), "some", Some.Experiment(), "1.13.1");
        var options = new RunOptions { Jobs = 4, Capacity = new MachineCapacity { Devices = ["cuda:0", "cuda:1"] } };

        var report = await new GraphRunner(store, executor, options).RunAsync(new StageGraph("some", nodes));

        Assert.True(report.Succeeded, report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString());
        var seen = report.Stages.Select(stage => File.ReadAllText(store.VerifiedPath(stage.Result!.Outputs[0])).Trim()).ToList();
        Assert.All(seen.Take(3), line => Assert.Contains(line, (string[])["0 \"device\":\"cuda:0\"", "1 \"device\":\"cuda:0\""]));
        Assert.EndsWith("\"device\":\"cpu\"", seen[3], StringComparison.Ordinal);
        Assert.Contains(seen, line => line.StartsWith('1'));
    }
}
