using System.Diagnostics;
using Lat.Artifacts;

namespace Lat.Bench.Store;

/// <summary>A plan of as many stages as the paper's largest experiment has with twenty seeds, everything stored, by a store that has seen nothing yet.</summary>
internal static class Planning
{
    private const int Stages = 2_100, Fields = 40, Rounds = 5;

    public static void Measure(string folder)
    {
        var directory = Path.Combine(folder, "planned");
        var graph = new StageGraph("planned", Enumerable.Range(0, Stages).Select(Node));
        Fill(new ArtifactStore(directory), graph);
        using var process = Process.GetCurrentProcess();
        var (wall, processor) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            process.Refresh();
            var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
            var plan = Planner.Plan(graph, new ArtifactStore(directory));
            var elapsed = clock.Elapsed.TotalSeconds;
            process.Refresh();
            (wall, processor) = (Math.Min(wall, elapsed), Math.Min(processor, (process.TotalProcessorTime - before).TotalSeconds));
            if (plan.Count(StageDecision.Reuse) != Stages)
            {
                throw new InvalidOperationException("The benchmark's store has not all of its stages.");
            }
        }

        Console.WriteLine($"{"plan of 2,100 stored stages",-32} {wall,8:0.000} s  processor {processor,7:0.000} s");
    }

    /// <summary>Chains of ten, each stage with the outputs of the one before it as inputs.</summary>
    private static StageNode Node(int index) => new()
    {
        Name = $"n/{index}",
        Kind = "bench",
        CodeRevision = "1",
        Fields = [.. Enumerable.Range(0, Fields).Select(field => new SpecField($"train.field{field}", $"{field + index}"))],
        Inputs = index % 10 == 0 ? [] : [new StageInput("before", $"n/{index - 1}")],
    };

    private static void Fill(ArtifactStore store, StageGraph graph)
    {
        var report = new GraphRunner(store, new Executor(), new RunOptions { Jobs = 2 }).RunAsync(graph).GetAwaiter().GetResult();
        if (!report.Succeeded)
        {
            throw new InvalidOperationException("A stage of the benchmark failed.");
        }
    }

    private sealed class Executor : IStageExecutor
    {
        public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            await File.WriteAllTextAsync(Path.Combine(invocation.WorkDirectory, "out"), invocation.Node.Name, cancellationToken);
            return new StageExecution { Outputs = ["out"] };
        }
    }
}
