using System.Diagnostics;
using Lat.Artifacts;
using Lat.Core;
using Lat.Pipeline;

namespace Lat.Bench.Planning;

/// <summary>From an experiment's file to the plan of all its stages, with 20 seeds.</summary>
internal static class LargestExperiment
{
    private const int Seeds = 20;

    public static void Measure(string root, string experiment, string folder)
    {
        // The code of the program was looked into before, as after any first command.
        Once(root, experiment, folder, print: false);
        Once(root, experiment, folder, print: true);
    }

    private static void Once(string root, string experiment, string folder, bool print)
    {
        var clock = Stopwatch.StartNew();
        var seeds = string.Join(", ", Enumerable.Range(1, Seeds));
        var read = ExperimentFile.Load(root, experiment, [$"seeds=[{seeds}]"]);
        var graph = ExperimentGraph.Of(experiment, read, new Numerics("cuda", "2.6.0"));
        var made = clock.Elapsed.TotalSeconds;
        var plan = Planner.Plan(graph.Nodes, new ArtifactStore(Path.Combine(folder, "empty")), graph.CodeOf);
        if (print)
        {
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(FormattableString.Invariant(
                $"{experiment} with {Seeds} seeds: {plan.Stages.Count} stages, graph {made:0.00} s, plan {clock.Elapsed.TotalSeconds - made:0.00} s, together {clock.Elapsed.TotalSeconds:0.00} s"));
            Console.WriteLine(FormattableString.Invariant($"of the whole process, start and a first time without caches included: {self.TotalProcessorTime.TotalSeconds:0.00} s of CPU"));
        }
    }
}
