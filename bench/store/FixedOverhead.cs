using System.Diagnostics;
using Lat.Artifacts;

namespace Lat.Bench.Store;

/// <summary>What a stage costs beside its own work: key, lock, work folder, publishing three small files, history. Starting a worker is not in it.</summary>
internal static class FixedOverhead
{
    private const int Stages = 100;

    public static void Measure(string folder)
    {
        var store = new ArtifactStore(Path.Combine(folder, "small"));
        Run(store, "warm", 5);
        Console.WriteLine($"{"a stage that runs",-32} {Run(store, "run", Stages) * 1e3 / Stages,8:0.00} ms");
        Console.WriteLine($"{"a stage that is reused",-32} {Run(store, "run", Stages) * 1e3 / Stages,8:0.00} ms");
    }

    private static double Run(ArtifactStore store, string name, int count)
    {
        var graph = new StageGraph(name, Enumerable.Range(0, count).Select(index => new StageNode { Name = $"{name}{index}", Kind = name, CodeRevision = $"{index}" }));
        var clock = Stopwatch.StartNew();
        var report = new GraphRunner(store, new Executor()).RunAsync(graph).GetAwaiter().GetResult();
        return report.Succeeded ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("A stage of the benchmark failed.");
    }

    private sealed class Executor : IStageExecutor
    {
        public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            foreach (var name in new[] { "a", "b", "c" })
            {
                await File.WriteAllTextAsync(Path.Combine(invocation.WorkDirectory, name), name + invocation.Key, cancellationToken);
            }

            return new StageExecution { Outputs = ["a", "b", "c"] };
        }
    }
}
